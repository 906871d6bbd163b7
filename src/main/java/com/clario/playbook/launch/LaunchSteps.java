package com.clario.playbook.launch;

import com.clario.playbook.engine.Refusal;
import com.clario.playbook.launch.LaunchService.Gaps;
import com.clario.playbook.partnership.Partnerships;
import org.springframework.stereotype.Component;

/** What the launch's drawing asks for: announcement, what each model needs, readiness, gaps and the go-live. */
@Component
public class LaunchSteps {

    private final LaunchService service;
    private final GoLives goLives;
    private final LaunchForms forms;
    private final Partnerships partnerships;

    LaunchSteps(LaunchService service, GoLives goLives, LaunchForms forms, Partnerships partnerships) {
        this.service = service;
        this.goLives = goLives;
        this.forms = forms;
        this.partnerships = partnerships;
    }

    /** Opens the launch and answers with the model of the signed terms, on which the further steps depend. */
    public String prepareLaunch(String partnershipId) {
        return service.open(partnerships.get(partnershipId)).name();
    }

    public String showAnnouncePartnership(String partnershipId) {
        return forms.with(
                        partnershipId,
                        "Agree the announcement with the partner and publish it. The draft says what each side gets"
                                + " out of the partnership.")
                .json();
    }

    public void recordAnnouncement(
            String partnershipId, String announcement, String announcedOn, String announcedWhere) {
        service.announce(partnershipId, announcement, announcedOn, announcedWhere);
    }

    public String showApproveBrand(String partnershipId) {
        return forms.with(
                        partnershipId,
                        "Check name, logo and screens together with the partner. Customers meet the product under"
                                + " this name.")
                .json();
    }

    public void recordBrand(String partnershipId, String brandName, String brandDecision, String brandNote) {
        service.brand(partnershipId, brandName, "YES".equals(brandDecision), brandNote);
    }

    public String showTrainPartnerTeam(String partnershipId) {
        return forms.with(
                        partnershipId,
                        "The partner's team sells our product, so it has to know it: what it does, for whom, what it"
                                + " costs, and whom to ask.")
                .json();
    }

    public void recordTraining(
            String partnershipId,
            String trainingDecision,
            String trainees,
            String trainedOn,
            String trainingMaterial,
            String trainer) {
        switch (String.valueOf(trainingDecision)) {
            case "HELD" -> service.train(partnershipId, trainees, trainedOn, trainingMaterial, trainer);
            case "LATER" -> service.postpone(partnershipId, "Partner's team not trained yet", null);
            default -> throw new Refusal("Training: choose whether it was held.");
        }
    }

    public String showConnectIntegration(String partnershipId) {
        return forms.with(
                        partnershipId,
                        "Issue an API key on the connection page and hand it to the partner's engineers. They send one"
                                + " test activity; trace it here from end to end.")
                .json();
    }

    public void recordConnection(String partnershipId, String connectionDecision, String connectionNote) {
        switch (String.valueOf(connectionDecision)) {
            case "CONNECTED" -> service.connect(partnershipId, connectionNote);
            case "LATER" -> service.postpone(partnershipId, "Integration not tested yet", connectionNote);
            default -> throw new Refusal("Result: choose whether the test activity was traced.");
        }
    }

    public String showIssueReferralCode(String partnershipId) {
        return forms.with(
                        partnershipId,
                        "Give the partner a code its clients name, so that we know who sent them. Keep the proposal or"
                                + " write another; the text below is what the partner gives to clients.")
                .json();
    }

    public void recordReferralCode(String partnershipId, String referralCode, String referralText) {
        service.refer(partnershipId, referralCode, referralText);
    }

    public String checkReadiness(String partnershipId) {
        var decision = goLives.judge(partnershipId);
        return decision.undecided() ? ReadinessFacts.NOT_READY : decision.verdict();
    }

    public String showCloseGaps(String partnershipId) {
        return forms.gaps(partnershipId);
    }

    public void recordGaps(
            String partnershipId,
            String supportName,
            String supportMail,
            String announcedOn,
            String brandDecision,
            String trainees,
            String trainedOn,
            String trainingMaterial,
            String trainer,
            String connectionDecision,
            String referralCode,
            String referralText,
            String gapsNote) {
        service.closeGaps(
                partnershipId,
                new Gaps(
                        supportName,
                        supportMail,
                        announcedOn,
                        brandDecision,
                        trainees,
                        trainedOn,
                        trainingMaterial,
                        trainer,
                        connectionDecision,
                        referralCode,
                        referralText,
                        gapsNote));
    }

    public String showGoLive(String partnershipId) {
        return forms.goLive(partnershipId);
    }

    public String recordGoLive(String partnershipId, String goLiveDecision, String liveOn, String goLiveNote) {
        return switch (String.valueOf(goLiveDecision)) {
            case "GO" -> goLives.goLive(partnershipId, liveOn, goLiveNote);
            case "CHECK" -> goLives.checkAgain(partnershipId, goLiveNote);
            case "STOP" -> goLives.stop(partnershipId, goLiveNote);
            default ->
                throw new Refusal(
                        "Your decision: choose whether to go live, to have it checked again or to stop the launch.");
        };
    }

    /** What a field of the forms starts with; nothing where nobody knows yet. */
    public String prefill(String partnershipId, String key) {
        return forms.start(partnershipId, key);
    }
}

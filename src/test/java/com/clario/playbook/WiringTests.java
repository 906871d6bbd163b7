package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.clario.playbook.access.Groups;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every drawing fits the house: what it calls exists, what it asks is written down, and no step can be skipped. */
class WiringTests {

    private static final Pattern WORD = Pattern.compile("[a-z]+([A-Z][a-z]*)*");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern ANSWER =
            Pattern.compile("\\w+( (==|>|>=|<|<=) ('\\w+'|\\d+))?( (\\|\\||&&) \\w+ (==|>|>=|<|<=) ('\\w+'|\\d+))*");

    private static final Set<Class<?>> TAKEN =
            Set.of(String.class, Boolean.class, Integer.class, Long.class, Double.class, Date.class, long.class);
    private static final Set<Class<?>> GIVEN = Set.of(
            void.class,
            String.class,
            Boolean.class,
            boolean.class,
            Integer.class,
            int.class,
            Long.class,
            long.class,
            Date.class,
            Object.class);

    /** Drawings whose steps live in a room that is not called like the drawing. */
    private static final Map<String, String> ROOMS =
            Map.of("prioritise", "identify", "contract", "negotiation", "signature", "negotiation");

    private static final Set<String> GROUPS =
            Set.of(Groups.PARTNERSHIPS, Groups.LEGAL, Groups.MANAGERS, Groups.FINANCE);

    static java.util.stream.Stream<Plan> plans() {
        return Plan.all();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyServiceTaskIsAStepOfTheSameName(Plan plan) {
        for (var task : plan.every(ServiceTask.class)) {
            assertThat(List.of(
                            task.getCamundaClass() == null,
                            task.getCamundaDelegateExpression() == null,
                            task.getCamundaTopic() == null))
                    .as("%s calls nothing but a step", task.getId())
                    .containsOnly(true);
            var calls = Plan.calls(String.valueOf(task.getCamundaExpression())).toList();
            assertThat(calls).as(task.getId()).extracting(Plan.Call::method).containsExactly(task.getId());
            var gives = method(calls.get(0)).getReturnType();
            assertThat(gives == void.class)
                    .as("%s has a result variable exactly when its step answers", task.getId())
                    .isEqualTo(task.getCamundaResultVariable() == null);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyExpressionCallsAPublicStepOfItsOwnRoom(Plan plan) {
        var room = room(plan) + "Steps";
        for (var found : EXPRESSION
                .matcher(plan.text().replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&"))
                .results()
                .toList()) {
            var calls = Plan.calls(found.group(1)).toList();
            if (calls.isEmpty()) {
                assertThat(found.group(1)).as(plan.name()).matches(ANSWER);
            }
            for (var call : calls) {
                assertThat(call.bean()).as(found.group()).isIn(room, "partnershipSteps");
                var method = method(call);
                assertThat(method.getParameterTypes()).as(found.group()).allMatch(TAKEN::contains);
                assertThat(GIVEN.contains(method.getReturnType())
                                || Collection.class.isAssignableFrom(method.getReturnType()))
                        .as("%s answers with a plain value", found.group())
                        .isTrue();
            }
        }
    }

    private static String room(Plan plan) {
        return ROOMS.getOrDefault(plan.name(), plan.name());
    }

    private static java.lang.reflect.Method method(Plan.Call call) {
        assertThat(call.steps()).as("the steps %s", call.bean()).isNotNull();
        assertThat(Modifier.isPublic(call.steps().getModifiers()))
                .as("%s is public", call.bean())
                .isTrue();
        assertThat(call.methods())
                .as("one public method %s.%s", call.bean(), call.method())
                .hasSize(1);
        var method = call.methods().get(0);
        assertThat(method.getParameterCount())
                .as("arguments of %s.%s", call.bean(), call.method())
                .isEqualTo(call.arguments().size());
        return method;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyDrawingIsNamedLikeItsFileAndStartedByUsAlone(Plan plan) {
        var process = plan.process();

        assertThat(plan.every(org.camunda.bpm.model.bpmn.instance.Process.class))
                .hasSize(1);
        assertThat(process.getId()).isEqualTo(plan.name());
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertThat(process.isCamundaStartableInTasklist()).isFalse();
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyIdIsAWord(Plan plan) {
        assertThat(plan.every(BaseElement.class))
                .extracting(BaseElement::getId)
                .filteredOn(id -> id != null)
                .allSatisfy(id -> assertThat(id).matches(WORD));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyUserTaskSaysWhatWhomWhoAndWhen(Plan plan) {
        for (var task : plan.every(UserTask.class)) {
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(plan.file().resolveSibling(task.getId() + ".form")).exists();
            assertThat(task.getCamundaCandidateGroupsList()).as(task.getId()).isNotEmpty();
            assertThat(GROUPS).as(task.getId()).containsAll(task.getCamundaCandidateGroupsList());
            assertThat(task.getCamundaDueDate()).as(task.getId()).startsWith("#{partnershipSteps.");
            assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty();
            assertThat(task.getName()).as(task.getId()).matches("[A-Z][a-z -]+: #\\{.+}");
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyAnswerIsRecordedBeforeAnythingElseHappens(Plan plan) {
        for (var task : plan.every(UserTask.class)) {
            var record = next(task);
            assertThat(record).as("after %s", task.getId()).hasSize(1).allSatisfy(step -> {
                assertThat(step).isInstanceOf(ServiceTask.class);
                assertThat(step.getId()).startsWith("record");
                assertThat(step.isCamundaAsyncBefore()).as(step.getId()).isFalse();
                assertThat(task.isCamundaAsyncAfter()).as(task.getId()).isFalse();
            });
            assertThat(next(record.get(0)))
                    .filteredOn(ServiceTask.class::isInstance)
                    .as("after %s", record.get(0).getId())
                    .allMatch(WiringTests::isAJobOfItsOwn);
        }
    }

    private static boolean isAJobOfItsOwn(FlowNode step) {
        return step.isCamundaAsyncBefore()
                || (step instanceof ServiceTask task
                        && task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each
                        && each.isCamundaAsyncBefore());
    }

    private static List<FlowNode> next(FlowNode node) {
        return node.getSucceedingNodes().list();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyGatewayAsksAQuestionAndKnowsWhatToDoWithoutAnAnswer(Plan plan) {
        for (var gateway : plan.every(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() < 2) {
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            for (var flow : gateway.getOutgoing()) {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null)
                        .as("%s has a condition unless it is the default", flow.getId())
                        .isEqualTo(flow.equals(gateway.getDefault()));
            }
        }
    }

    /** A join waits for every flow that leads into it, so a path that splits must meet itself before. */
    @ParameterizedTest
    @MethodSource("plans")
    void everyJoinWaitsForAsManyPathsAsItsForkOpened(Plan plan) {
        var gateways = plan.every(ParallelGateway.class);

        assertThat(gateways.stream().map(join -> join.getIncoming().size()).filter(paths -> paths > 1))
                .containsExactlyInAnyOrderElementsOf(gateways.stream()
                        .map(fork -> fork.getOutgoing().size())
                        .filter(paths -> paths > 1)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyMessageIsNewsFromItsOwnDrawing(Plan plan) {
        for (var message : plan.every(Message.class)) {
            assertThat(message.getName()).matches(room(plan) + "\\.[a-z]+[A-Za-z]*");
        }
        for (var definition : plan.every(MessageEventDefinition.class)) {
            var event = ((BaseElement) definition.getParentElement()).getId();
            var news = definition.getMessage().getName().replace(room(plan) + ".", "");
            assertThat(event).as(definition.getId()).endsWithIgnoringCase(news);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyCallPassesTheCaseAndBringsBackOnlyItsOutcome(Plan plan) {
        for (var call : plan.every(CallActivity.class)) {
            assertThat(call.getId()).isEqualTo(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isEqualTo("latest");
            assertThat(Plan.all()).extracting(Plan::name).contains(call.getCalledElement());
            var extensions = call.getExtensionElements().getElementsQuery();
            assertThat(extensions.filterByType(CamundaIn.class).list())
                    .as(call.getId())
                    .extracting(in -> in.getCamundaBusinessKey() == null
                            ? in.getCamundaSource() + " as " + in.getCamundaTarget()
                            : "key " + in.getCamundaBusinessKey())
                    .containsExactlyInAnyOrder("key #{partnershipId}", "partnershipId as partnershipId");
            assertThat(extensions.filterByType(CamundaOut.class).list())
                    .as(call.getId())
                    .extracting(CamundaOut::getCamundaSource)
                    .containsExactly(call.getId() + "Outcome");
        }
    }
}

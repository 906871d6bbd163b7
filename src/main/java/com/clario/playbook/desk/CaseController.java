package com.clario.playbook.desk;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.partnership.Partnership;
import com.clario.playbook.partnership.PartnershipProcess;
import com.clario.playbook.partnership.Partnerships;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page of one partnership: everything about it on one sheet. */
@Controller
class CaseController {

    private final Partnerships partnerships;
    private final PartnershipProcess process;
    private final CaseFile file;
    private final Board board;
    private final Waits waits;
    private final People people;

    CaseController(
            Partnerships partnerships,
            PartnershipProcess process,
            CaseFile file,
            Board board,
            Waits waits,
            People people) {
        this.partnerships = partnerships;
        this.process = process;
        this.file = file;
        this.board = board;
        this.waits = waits;
        this.people = people;
    }

    @GetMapping("/partnerships/{code:[a-z0-9-]+}")
    ModelAndView show(@PathVariable String code) {
        var partnership = known(code);
        var steps = process.waits().getOrDefault(code, List.of());
        var tasks = board.work(code);
        var page = new ModelAndView("desk/case")
                .addObject("partnership", partnership)
                .addObject("owner", board.nameOf(partnership.owner()))
                .addObject("tasks", tasks)
                .addObject("waiting", goes(partnership) && tasks.isEmpty() ? waits.of(code, steps) : null)
                .addObject("mayEndPilot", mayAct(partnership) && steps.contains(Waits.PILOT))
                .addObject("mayCallReview", mayAct(partnership) && waits.forReview(code, steps))
                .addObject("mayBegin", mayBegin())
                .addObject("mayManage", people.currentIsIn(MANAGERS))
                .addObject("mayHandOver", partnership.isOwnedBy(people.current().id()) || people.currentIsIn(MANAGERS))
                .addObject("drawings", partnership.open() ? file.pictures(code, tasks) : List.of());
        return page.addAllObjects(file.sections(partnership));
    }

    /** The drawing a partnership runs on, as XML for the picture on its page. */
    @GetMapping("/partnerships/{code:[a-z0-9-]+}/drawings/{drawing:[a-zA-Z]+}")
    ResponseEntity<String> drawing(@PathVariable String code, @PathVariable String drawing) {
        known(code);
        return process.drawings(code).stream()
                .filter(one -> one.process().equals(drawing))
                .findFirst()
                .map(one -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(process.bpmn(one.definition())))
                .orElseThrow(CaseController::nothing);
    }

    private Partnership known(String code) {
        return partnerships.find(code).orElseThrow(CaseController::nothing);
    }

    private static boolean goes(Partnership partnership) {
        return partnership.open() && !partnership.paused();
    }

    private boolean mayAct(Partnership partnership) {
        return goes(partnership) && mayBegin();
    }

    private boolean mayBegin() {
        return people.currentIsIn(PARTNERSHIPS) || people.currentIsIn(MANAGERS);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

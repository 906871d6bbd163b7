package com.clario.playbook.desk;

import static com.clario.playbook.access.Groups.MANAGERS;
import static com.clario.playbook.access.Groups.PARTNERSHIPS;

import com.clario.playbook.access.People;
import com.clario.playbook.programme.Programmes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page: my work, and where every partnership stands. */
@Controller
class BoardController {

    private final Board board;
    private final Programmes programmes;
    private final People people;

    BoardController(Board board, Programmes programmes, People people) {
        this.board = board;
        this.programmes = programmes;
        this.people = people;
    }

    @GetMapping("/")
    ModelAndView board(
            @RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "false") boolean overdue) {
        var work = board.myWork();
        return new ModelAndView("desk/board")
                .addObject("standing", programmes.standing())
                .addObject("columns", board.columns(owner, overdue))
                .addObject("owners", board.owners())
                .addObject("ended", board.ended())
                .addObject("work", Board.mostUrgent(work))
                .addObject("workCount", work.size())
                .addObject("owner", owner)
                .addObject("overdue", overdue)
                .addObject("mayManage", people.currentIsIn(MANAGERS))
                .addObject("mayWrite", people.currentIsIn(PARTNERSHIPS) || people.currentIsIn(MANAGERS));
    }
}

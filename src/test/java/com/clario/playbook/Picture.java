package com.clario.playbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** A drawing as a picture for people without a modeler: everything at the place the drawing gives it. */
final class Picture {

    private static final int MARGIN = 16;
    private static final double LINE = 14;
    private static final String HEAD =
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" role="img" aria-label="%s">
            <style>
            text { font: 12px Arial, Helvetica, sans-serif; text-anchor: middle; fill: #1d2733 }
            .step { fill: #e3f0ef; stroke: #0b6e69; stroke-width: 2 }
            .call { fill: #e3f0ef; stroke: #0b6e69; stroke-width: 4 }
            .part { fill: none; stroke: #5b6472; stroke-width: 1.5 }
            .dashed { stroke-dasharray: 4 3 }
            .event, .gateway { fill: #fff; stroke: #1d2733; stroke-width: 1.5 }
            .end { stroke-width: 4 }
            .sign, .flow { fill: none; stroke: #1d2733; stroke-width: 1.5 }
            .step + text, .call + text { font-weight: bold }
            </style>
            <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" orient="auto">\
            <path d="M 0 1 L 9 5 L 0 9 Z" fill="#1d2733"/></marker></defs>
            <rect x="%s" y="%s" width="%s" height="%s" fill="#fff"/>
            """;

    private final StringBuilder svg = new StringBuilder();

    static String of(Plan plan) {
        var picture = new Picture();
        picture.head(plan);
        plan.every(BpmnShape.class).stream().filter(Picture::around).forEach(picture::shape);
        plan.every(BpmnEdge.class).forEach(picture::edge);
        plan.every(BpmnShape.class).stream().filter(shape -> !around(shape)).forEach(picture::shape);
        return picture.svg.append("</svg>\n").toString();
    }

    private static boolean around(BpmnShape shape) {
        return shape.getBpmnElement() instanceof SubProcess;
    }

    private void head(Plan plan) {
        var all = plan.every(Bounds.class);
        var left = all.stream().mapToDouble(Bounds::getX).min().orElseThrow() - MARGIN;
        var top = all.stream().mapToDouble(Bounds::getY).min().orElseThrow() - MARGIN;
        var right = all.stream()
                .mapToDouble(one -> one.getX() + one.getWidth())
                .max()
                .orElseThrow();
        var bottom = all.stream()
                .mapToDouble(one -> one.getY() + one.getHeight())
                .max()
                .orElseThrow();
        var place = List.of(n(left), n(top), n(right + MARGIN - left), n(bottom + MARGIN - top));
        var words = new ArrayList<>(place);
        words.add(escaped(read(plan)));
        words.addAll(place);
        svg.append(HEAD.formatted(words.toArray()));
    }

    /** The names from left to right, for whoever hears the picture. */
    private static String read(Plan plan) {
        return plan.every(BpmnShape.class).stream()
                .sorted(Comparator.comparing(shape -> shape.getBounds().getX()))
                .map(shape -> ((FlowElement) shape.getBpmnElement()).getName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private void shape(BpmnShape shape) {
        var element = (FlowElement) shape.getBpmnElement();
        var at = shape.getBounds();
        if (element instanceof Event event) {
            circle(event, at);
        } else if (element instanceof Gateway) {
            diamond(element instanceof ParallelGateway, at);
        } else {
            box((Activity) element, at);
        }
        if (shape.getBpmnLabel() != null) {
            text(element.getName(), shape.getBpmnLabel().getBounds());
        } else if (element instanceof Activity && !around(shape)) {
            text(element.getName(), at);
        }
    }

    private void circle(Event event, Bounds at) {
        var kind = event instanceof EndEvent ? "event end" : "event";
        var dashed = event instanceof BoundaryEvent boundary && !boundary.cancelActivity()
                || event instanceof StartEvent start && !start.isInterrupting();
        line(
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
                dashed ? kind + " dashed" : kind, n(middle(at)), n(center(at)), n(at.getWidth() / 2));
        if (event instanceof CatchEvent caught && !caught.getEventDefinitions().isEmpty()) {
            var timer = caught.getEventDefinitions().iterator().next() instanceof TimerEventDefinition;
            sign(
                    timer
                            ? "M -8 0 a 8 8 0 1 0 16 0 a 8 8 0 1 0 -16 0 M 0 -6 V 0 L 4 3"
                            : "M -9 -6 H 9 V 6 H -9 Z L 0 1 L 9 -6",
                    middle(at),
                    center(at));
        }
    }

    private void diamond(boolean parallel, Bounds at) {
        line(
                "<path class=\"gateway\" d=\"M %s %s L %s %s L %s %s L %s %s Z\"/>",
                n(middle(at)),
                n(at.getY()),
                n(at.getX() + at.getWidth()),
                n(center(at)),
                n(middle(at)),
                n(at.getY() + at.getHeight()),
                n(at.getX()),
                n(center(at)));
        sign(parallel ? "M -10 0 H 10 M 0 -10 V 10" : "M -7 -7 L 7 7 M -7 7 L 7 -7", middle(at), center(at));
    }

    private void box(Activity activity, Bounds at) {
        var kind = activity instanceof SubProcess part
                ? part.triggeredByEvent() ? "part dashed" : "part"
                : activity instanceof CallActivity ? "call" : "step";
        line(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"8\"/>",
                kind, n(at.getX()), n(at.getY()), n(at.getWidth()), n(at.getHeight()));
    }

    private void edge(BpmnEdge edge) {
        var points = edge.getWaypoints().stream().map(Picture::point).collect(Collectors.joining(" L "));
        line("<path class=\"flow\" d=\"M %s\" marker-end=\"url(#arrow)\"/>", points);
        if (edge.getBpmnElement() instanceof SequenceFlow flow && edge.getBpmnLabel() != null) {
            text(flow.getName(), edge.getBpmnLabel().getBounds());
        }
    }

    private void sign(String path, double x, double y) {
        line("<path class=\"sign\" transform=\"translate(%s %s)\" d=\"%s\"/>", n(x), n(y), path);
    }

    private void text(String name, Bounds at) {
        var lines = wrapped(name, at.getWidth());
        var first = center(at) - (lines.size() - 1) * LINE / 2 + 4;
        for (int i = 0; i < lines.size(); i++) {
            line("<text x=\"%s\" y=\"%s\">%s</text>", n(middle(at)), n(first + i * LINE), escaped(lines.get(i)));
        }
    }

    /** About six pixels a letter: no font is asked, so the picture is the same on every machine. */
    private static List<String> wrapped(String name, double width) {
        var lines = new ArrayList<String>();
        for (var word : name.split(" ")) {
            var last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            if (!lines.isEmpty() && (last.length() + 1 + word.length()) * 6 <= width) {
                lines.set(lines.size() - 1, last + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private void line(String form, Object... words) {
        svg.append(form.formatted(words)).append('\n');
    }

    private static String point(Waypoint point) {
        return n(point.getX()) + " " + n(point.getY());
    }

    private static double middle(Bounds at) {
        return at.getX() + at.getWidth() / 2;
    }

    private static double center(Bounds at) {
        return at.getY() + at.getHeight() / 2;
    }

    private static String n(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

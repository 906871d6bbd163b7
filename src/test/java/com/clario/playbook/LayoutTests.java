package com.clario.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every drawing reads from left to right, and nothing lies on anything else. */
class LayoutTests {

    /** A shape or label and the element it belongs to. */
    private record Place(BaseElement element, boolean label, Rectangle2D area) {

        @Override
        public String toString() {
            return element.getId() + (label ? "'s label" : "");
        }

        /** A sub-process holds what is drawn inside it. */
        boolean holds(BaseElement inner) {
            for (var outer = inner.getParentElement(); outer != null; outer = outer.getParentElement()) {
                if (!label && element instanceof SubProcess && outer.equals(element)) {
                    return true;
                }
            }
            return false;
        }

        boolean attachedTo(Place other) {
            return element instanceof BoundaryEvent event
                    && event.getAttachedTo().equals(other.element);
        }
    }

    static Stream<Plan> plans() {
        return Plan.all();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void nothingLiesOnAnythingElse(Plan plan) {
        var places = places(plan);
        for (var one : places) {
            for (var other : places.subList(places.indexOf(one) + 1, places.size())) {
                if (!one.attachedTo(other)
                        && !other.attachedTo(one)
                        && !one.holds(other.element())
                        && !other.holds(one.element())) {
                    assertThat(one.area().intersects(other.area()))
                            .as("%s lies on %s", one, other)
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyNameHasAPlaceOfItsOwn(Plan plan) {
        for (var shape : plan.every(BpmnShape.class)) {
            var element = shape.getBpmnElement();
            if ((element instanceof Event || element instanceof Gateway) && ((FlowElement) element).getName() != null) {
                assertThat(shape.getBpmnLabel()).as(element.getId()).isNotNull();
            }
        }
        for (var edge : plan.every(BpmnEdge.class)) {
            if (((FlowElement) edge.getBpmnElement()).getName() != null) {
                assertThat(edge.getBpmnLabel()).as(edge.getId()).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyFlowGoesRightOrStraightUnlessItBeginsAgain(Plan plan) {
        for (var edge : plan.every(BpmnEdge.class)) {
            for (var line : lines(edge)) {
                assertThat(line.getX1() == line.getX2() || line.getY1() == line.getY2())
                        .as(
                                "%s is drawn with right angles",
                                edge.getBpmnElement().getId())
                        .isTrue();
                assertThat(line.getX2() >= line.getX1()
                                || edge.getBpmnElement().getId().endsWith("Again"))
                        .as("%s goes back", edge.getBpmnElement().getId())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void noFlowRunsThroughAStepOrAName(Plan plan) {
        for (var edge : plan.every(BpmnEdge.class)) {
            var flow = (SequenceFlow) edge.getBpmnElement();
            for (var place : places(plan)) {
                var ends = !place.label()
                        && (place.element().equals(flow.getSource())
                                || place.element().equals(flow.getTarget()));
                assertThat(lines(edge))
                        .as("%s runs through %s", flow.getId(), place)
                        .noneMatch(line -> !ends && !place.holds(flow) && line.intersects(inside(place.area())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyStepIsDrawn(Plan plan) {
        assertThat(plan.every(BpmnShape.class).size()
                        + plan.every(BpmnEdge.class).size())
                .isEqualTo(plan.every(FlowElement.class).size());
    }

    private static List<Place> places(Plan plan) {
        var places = new ArrayList<Place>();
        for (var shape : plan.every(BpmnShape.class)) {
            places.add(new Place(shape.getBpmnElement(), false, area(shape.getBounds())));
            if (shape.getBpmnLabel() != null) {
                places.add(new Place(
                        shape.getBpmnElement(), true, area(shape.getBpmnLabel().getBounds())));
            }
        }
        for (var edge : plan.every(BpmnEdge.class)) {
            if (edge.getBpmnLabel() != null) {
                places.add(new Place(
                        edge.getBpmnElement(), true, area(edge.getBpmnLabel().getBounds())));
            }
        }
        return places;
    }

    private static List<Line2D> lines(BpmnEdge edge) {
        var points = List.copyOf(edge.getWaypoints());
        var lines = new ArrayList<Line2D>();
        for (int i = 1; i < points.size(); i++) {
            lines.add(line(points.get(i - 1), points.get(i)));
        }
        return lines;
    }

    private static Line2D line(Waypoint from, Waypoint to) {
        return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** A line along an edge touches, one through the middle cuts. */
    private static Rectangle2D inside(Rectangle2D area) {
        return new Rectangle2D.Double(area.getX() + 1, area.getY() + 1, area.getWidth() - 2, area.getHeight() - 2);
    }
}

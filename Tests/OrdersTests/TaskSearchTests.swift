import JSON
import StatesLanguage
import Testing

@testable import Orders

struct `A search for what a state was given` {
    private static func event(
        _ id: Int,
        after previous: Int,
        _ details: JSONObject
    ) -> RecordedEvent {
        var members: JSONObject = ["id": .number(id), "previousEventId": .number(previous)]
        for (name, value) in details { members[name] = value }
        return RecordedEvent(id: id, json: JSONValue.object(members).bytes)
    }

    private static func entered(_ id: Int, after previous: Int, _ name: String) -> RecordedEvent {
        event(id, after: previous, ["stateEnteredEventDetails": ["name": .string(name)]])
    }

    private static func called(_ id: Int, after previous: Int, _ input: String) -> RecordedEvent {
        let details: JSONValue = [
            "resource": "arn:aws:lambda:x:1:function:F", "input": .string(input),
        ]
        return event(id, after: previous, ["lambdaFunctionScheduledEventDetails": details])
    }

    private static func inputs(_ key: Delivery.Key, _ events: [RecordedEvent]) -> [JSONValue] {
        var search = TaskSearch(for: key)
        return events.compactMap { search.task(scheduledBy: $0)?.input }
    }

    @Test func `knows a branch's state by the events before, and a retry's too`() {
        let events = [
            Self.entered(2, after: 1, "A"), Self.entered(3, after: 1, "B"),
            Self.called(4, after: 2, "1"), Self.called(5, after: 3, "2"),
            Self.event(6, after: 4, ["lambdaFunctionFailedEventDetails": [:]]),
            Self.called(7, after: 6, "3"), Self.entered(8, after: 7, "C"),
            Self.called(9, after: 8, "4"),
        ]
        #expect(Self.inputs(Delivery.Key(state: "A", visit: -9, name: "n"), events) == [1, 3])
        #expect(Self.inputs(Delivery.Key(state: "B", visit: -9, name: "n"), events) == [2])
        #expect(Self.inputs(Delivery.Key(state: "D", visit: -9, name: "n"), events) == [])
    }

    @Test func `takes a state that it does not know for the one`() {
        let key = Delivery.Key(state: "A", visit: 7, name: "n")
        #expect(TaskSearch(for: key).start == 6)
        #expect(Self.inputs(key, [Self.called(8, after: 5, "1")]) == [1])
        #expect(TaskSearch(for: Delivery.Key(state: "A", visit: -7, name: "n")).start == 0)
    }

    @Test func `names a service's action by its resource`() {
        var search = TaskSearch(for: Delivery.Key(state: "A", visit: 1, name: "n"))
        let details: JSONValue = [
            "resourceType": "aws-sdk:sesv2", "resource": "sendEmail", "region": "x",
            "parameters": #"{"b":1,"a":2.50}"#,
        ]
        let task = search.task(
            scheduledBy: Self.event(2, after: 1, ["taskScheduledEventDetails": details])
        )
        #expect(task?.resource == "arn:aws:states:::aws-sdk:sesv2:sendEmail")
        #expect(task?.input.text == #"{"b":1,"a":2.50}"#)
    }
}

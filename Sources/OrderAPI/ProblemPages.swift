import HTTP
import HTTPTypes
import JSON

extension OrderAPI {
    /// Answers `GET /problems/{id}`: what the `type` of a problem means, at its own address.
    func problemPage(_ parameters: PathParameters) throws -> ServerResponse {
        guard let type = parameters["id"].flatMap(ProblemType.init) else {
            throw Problem.notFound("there is no problem of this type")
        }
        var object = ObjectWriter()
        object.add("type", type.path)
        object.add("status", type.status.code)
        object.add("meaning", type.meaning)
        object.add("remedy", type.remedy)
        return .json(.ok, object.finished(), fields: [.cacheControl: "max-age=3600"])
    }
}

using ChatBot.Talk.Activities;

namespace ChatBot.Web.Channels;

/// <summary>An error in the shape Bot Framework documents for all its services, with its status.</summary>
// { "error": { "code": "TokenExpired", "message": "Token has expired" } }
public abstract record ErrorAnswer(int Status, string Code, string Message) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(new { error = new { Code, Message } }, ActivityJson.Options);
    }
}

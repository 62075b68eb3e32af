using Microsoft.AspNetCore.Authorization;

namespace ChatBot.Web.Staff.Heads;

/// <summary>What the head of staff looks at and orders: figures, the roster, teams, the audit trail, the connections.</summary>
public static class HeadsSetup
{
    public const string FiguresPath = "/staff/so-lieu";

    public const string ExportPath = "/staff/so-lieu.csv";

    private static readonly AuthorizeAttribute HeadsOnly = new() { Roles = StaffRoles.Head };

    public static IServiceCollection AddHeads(this IServiceCollection services) =>
        services.AddSingleton<Roster>().AddSingleton<FigureBook>().AddSingleton<UnitBook>().AddSingleton<AuditBook>().AddSingleton<ConnectionBook>();

    public static WebApplication MapHeads(this WebApplication app)
    {
        app.MapGet(ExportPath, Export).RequireAuthorization(HeadsOnly);
        app.MapConnections();
        return app;
    }

    private static async Task<IResult> Export(HttpContext http, FigureBook book, TimeProvider time)
    {
        var asked = PeriodAsked.Read(http.Request.Query["ky"], http.Request.Query["tu"], http.Request.Query["den"], OfficeDay.Of(time));
        if (asked.Trouble is { } trouble)
            return Results.Text(trouble, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
        http.Response.Headers.CacheControl = "no-store";
        var figures = await book.Read(asked.Period, http.RequestAborted);
        return Results.File(FigureCsv.Write(figures), "text/csv; charset=utf-8", $"so-lieu-{asked.Period.From:yyyy-MM-dd}-{asked.Period.Until:yyyy-MM-dd}.csv");
    }
}

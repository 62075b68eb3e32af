using ChatBot.Talk.Handoff.Calendar;
using ChatBot.Web.Data.Knowledge;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Conversations.Cases;

/// <summary>Until when what is promised falls due: the settings, counted along the calendar.</summary>
public sealed class Promises(KnowledgeBase knowledge, IOptions<DeskOptions> options)
{
    private readonly DeskOptions options = options.Value;

    public WorkCalendar Calendar => knowledge.Calendar;

    public DateTimeOffset FirstAnswer(DateTimeOffset opened, bool urgent) =>
        Calendar.Add(opened, TimeSpan.FromMinutes(urgent ? options.UrgentFirstAnswerMinutes : options.FirstAnswerMinutes));

    public DateTimeOffset End(DateTimeOffset opened) => Calendar.Add(opened, options.ResolutionDays * Sittings.WholeDay);

    public DateTimeOffset OfferAgain(DateTimeOffset owed) => Calendar.Add(owed, TimeSpan.FromMinutes(options.OfferAgainMinutes));

    public DateTimeOffset Survey(DateTimeOffset ended) => SurveyTime.DueAt(ended, TimeSpan.FromMinutes(options.SurveyAfterMinutes), Calendar);

    /// <summary>What runs out until then is near enough to remind somebody of it now.</summary>
    public DateTimeOffset RemindUntil(DateTimeOffset now) => Calendar.Add(now, TimeSpan.FromMinutes(options.RemindMinutes));

    /// <summary>A case that ended before then is another matter.</summary>
    public DateTimeOffset ReopensSince(DateTimeOffset now) => now.AddDays(-options.ReopenDays);
}

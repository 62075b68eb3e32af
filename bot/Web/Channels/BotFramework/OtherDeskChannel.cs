using System.Globalization;
using ChatBot.Talk.Activities;
using Microsoft.Extensions.Options;

namespace ChatBot.Web.Channels.BotFramework;

/// <summary>Leads to another desk instead of to workers: calls it with a transcript, and brings it what the worker says. The desk sees a bot that has called another one (a skill), and us as its channel.</summary>
public sealed class OtherDeskChannel(ActivityPost desk, HandoffTranscript transcript, IOptions<BotFrameworkOptions> options, IOptions<SiteOptions> site) : Channel
{
    /// <summary>So often is it called before the conversation comes back to our own desk: about three minutes.</summary>
    private const int MostTries = 5;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly ChannelAccount us = new(options.Value.AppId, "Trợ lý Công đoàn", "bot");

    public override string Name => "otherdesk";

    public override bool IsDesk => true;

    /// <summary>An activity that comes twice has the same id.</summary>
    public override bool IsIdempotent => true;

    public override async Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken)
    {
        var said = parcel.Activity;
        var talk = new TalkSoFar(said.Conversation!.Id, said.From!, us) { LastLine = long.TryParse(said.ReplyToId, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null };
        var activity = await transcript.Attach(said with
        {
            Id = $"{parcel.Key}",
            ServiceUrl = ConnectorSurface.ServiceUrl(site.Value.Url!),
            ReplyToId = null,
            Recipient = new ChannelAccount(options.Value.Desk!.AppId, Role: "skill"),
        }, talk, cancellationToken);
        return await desk.Send(new Uri(options.Value.Desk.Url), activity, cancellationToken) switch
        {
            Delivery.TryLater later => later with { MostTries = MostTries },
            // It sends no echo that would decide.
            Delivery.Unknown(var why) => new Delivery.TryLater(Soon, why) { MostTries = MostTries },
            // It would wait for somebody to mend a setting, and the worker with it.
            Delivery.Reconnect(var why) => new Delivery.Refused(why),
            var other => other,
        };
    }

    /// <summary>What its refusal means.</summary>
    public static Delivery Read(int status, string body, TimeSpan? retryAfter) => status switch
    {
        408 or 429 or >= 500 => new Delivery.TryLater(retryAfter is not { } after ? Soon : after < Longest ? after : Longest, $"Bàn trực bên ngoài tạm lỗi ({status})."),
        401 or 403 => new Delivery.Refused($"Bàn trực bên ngoài không nhận lời gọi của chương trình này ({status}); kiểm tra BotFramework:Desk:AppId và danh sách bot được phép gọi ở đó."),
        _ => new Delivery.Refused($"Bàn trực bên ngoài từ chối ({status})."),
    };
}

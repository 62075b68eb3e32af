namespace ChatBot.Web.Channels.Zalo;

/// <summary>Carries messages to people who wrote to a Zalo Official Account.</summary>
public sealed class ZaloChannel(ZaloApi api, ZaloDoor door, ZaloFiles files, TimeProvider clock) : Channel
{
    /// <summary>Facts of the platform: answers are free for 48 hours; until the 7th day they count against the account's package, which only a person may decide to spend.</summary>
    private static readonly TimeSpan BotMay = TimeSpan.FromHours(48);

    private static readonly TimeSpan PersonMay = TimeSpan.FromDays(7);

    public override string Name => "zalo";

    public override int LongestText => ZaloReply.LongestText;

    public override FileRoom Files { get; } = new(LargestPicture: 1024 * 1024, LargestOther: 5 * 1024 * 1024)
    {
        Types = ["image/jpeg", "image/png", "image/gif", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    };

    public override Window WindowFor(DateTimeOffset? lastHeard) => lastHeard is { } heard ? new Window(heard + BotMay, heard + PersonMay) : Window.Closed;

    public override async Task<Delivery> Send(Parcel parcel, CancellationToken cancellationToken)
    {
        if (parcel.File is { MediaType: var type } && !Files.Takes(type))
            return new Delivery.Refused("Zalo chỉ chở ảnh JPEG, PNG, GIF, tệp PDF và Word. Bạn đổi tệp rồi gửi lại.");
        string? dead = null;
        while (true)
        {
            var access = await door(parcel.To.Page, dead, cancellationToken);
            if (access is not ZaloAccess.Open { Token: var token })
                return Closed(access);
            var (answer, delivery) = await Carry(parcel, token, cancellationToken);
            // A token may die before its time: a new one is asked for once.
            if (dead is not null || answer is null || !ZaloErrors.IsDeadToken(answer.Error))
                return delivery;
            dead = token;
        }
    }

    public override Task<Fetched> Fetch(string url, long most, CancellationToken cancellationToken) => files.Fetch(url, most, cancellationToken);

    private static Delivery Closed(ZaloAccess access) => access switch
    {
        ZaloAccess.Later(var why) => new Delivery.TryLater(TimeSpan.FromSeconds(5), why),
        ZaloAccess.Lost(var why) => new Delivery.Reconnect(why),
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "A new kind of access needs a delivery."),
    };

    private async Task<(ZaloAnswer? Answer, Delivery Delivery)> Carry(Parcel parcel, string token, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Hand(parcel, token, cancellationToken);
            return (answer, ZaloErrors.Read(answer, clock.GetUtcNow()));
        }
        catch (HttpRequestException trouble) when (NeverLeft(trouble))
        {
            return (null, new Delivery.TryLater(TimeSpan.FromSeconds(5), "Không nối được tới Zalo."));
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException || (trouble is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, new Delivery.Unknown("Mất kết nối với Zalo khi đang gửi."));
        }
    }

    private async Task<ZaloAnswer> Hand(Parcel parcel, string token, CancellationToken cancellationToken)
    {
        if (parcel.File is { } file)
        {
            var held = await api.Upload(token, ZaloReply.KindOf(file.MediaType), file, cancellationToken);
            return held.IsFine ? await api.Send(token, ZaloReply.WriteFile(parcel, file, held), cancellationToken) : held with { Data = null };
        }

        var answer = await api.Send(token, ZaloReply.Write(parcel), cancellationToken);
        return ZaloErrors.IsUnfitKind(answer.Error) && ZaloReply.HasButtons(parcel.Activity)
            ? await api.Send(token, ZaloReply.WritePlain(parcel), cancellationToken)
            : answer;
    }
}

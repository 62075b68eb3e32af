using System.Net;
using ChatBot.Talk.Activities;
using ChatBot.Web.Channels;

namespace ChatBot.Web.Tests.Channels;

/// <summary>What must hold for every channel that talks to a platform over HTTP.</summary>
public abstract class ChannelContract
{
    /// <summary>The channel, with a false platform behind it.</summary>
    protected abstract Channel Make(HttpMessageHandler platform);

    /// <summary>What the platform says when it took a message.</summary>
    protected abstract string Accepted { get; }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task A_taken_message_is_done_and_has_the_platforms_id()
    {
        var delivery = await Make(new FalsePlatform(HttpStatusCode.OK, Accepted)).Send(Addressed(Some()), Cancel);

        Assert.NotNull(Assert.IsType<Delivery.Done>(delivery).ExternalId);
    }

    [Theory, InlineData(HttpStatusCode.TooManyRequests), InlineData(HttpStatusCode.BadGateway), InlineData(HttpStatusCode.ServiceUnavailable), InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_busy_platform_means_try_later(HttpStatusCode code) =>
        Assert.IsType<Delivery.TryLater>(await Make(new FalsePlatform(code, "<html>busy</html>")).Send(Addressed(Some()), Cancel));

    [Fact]
    public async Task A_platform_that_cannot_be_reached_means_try_later() =>
        Assert.IsType<Delivery.TryLater>(await Make(new FalsePlatform(new HttpRequestException(HttpRequestError.ConnectionError))).Send(Addressed(Some()), Cancel));

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_means_unknown() =>
        Assert.IsType<Delivery.Unknown>(await Make(new FalsePlatform(new HttpRequestException(HttpRequestError.ResponseEnded))).Send(Addressed(Some()), Cancel));

    [Fact]
    public async Task A_platform_that_answers_too_late_means_unknown() =>
        Assert.IsType<Delivery.Unknown>(await Make(new FalsePlatform(new TaskCanceledException("timeout"))).Send(Addressed(Some()), Cancel));

    [Fact]
    public async Task Trouble_with_the_typing_sign_is_nobodys_trouble() =>
        await Make(new FalsePlatform(new HttpRequestException(HttpRequestError.ConnectionError))).ShowTyping(new Address("1", "24"), Cancel);

    [Fact]
    public void A_channel_tells_its_name_and_the_longest_text_it_carries()
    {
        var channel = Make(new FalsePlatform(HttpStatusCode.OK, Accepted));

        Assert.Matches("^[a-z]+$", channel.Name);
        Assert.True(channel.LongestText >= 640);
    }

    /// <summary>The same, with what the channel noted down when the person last wrote.</summary>
    protected virtual Parcel Addressed(Parcel parcel) => parcel;

    /// <summary>A short answer to somebody who wrote a minute ago.</summary>
    protected static Parcel Some(string text = "Bạn được nghỉ 12 ngày.", bool byPerson = false) =>
        new(7, new Address("1", "24"), new Activity { Text = text }, byPerson, Now.AddMinutes(-1));
}

/// <summary>Answers every request alike, and remembers what it was asked.</summary>
public sealed class FalsePlatform : HttpMessageHandler
{
    private readonly Func<HttpResponseMessage> answer;

    public FalsePlatform(HttpStatusCode code, string body) => answer = () => new HttpResponseMessage(code) { Content = new StringContent(body) };

    public FalsePlatform(Exception trouble) => answer = () => throw trouble;

    /// <summary>The address and the body of each request.</summary>
    public List<(Uri Address, string Body)> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add((request.RequestUri!, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return answer();
    }
}

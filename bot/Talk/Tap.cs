using ChatBot.Talk.Activities;

namespace ChatBot.Talk;

/// <summary>What a button of ours says when it is tapped: `#chi-tiet:nghi-viec-bao-truoc`. Buttons tapped weeks later still know their article.</summary>
public sealed record Tap(string Verb, string? Id = null)
{
    public const string Article = "bai";
    public const string Details = "chi-tiet";
    public const string Steps = "can-lam-gi";
    public const string Example = "vi-du";
    public const string Advisor = "gap-tu-van";
    public const string Bot = "hoi-bot";
    public const string NoneOfThese = "khong-cau-nao";
    public const string Helpful = "huu-ich";
    public const string NotHelpful = "chua-dung";
    public const string Reason = "ly-do";
    public const string Start = "bat-dau";
    public const string Forget = "xoa-du-lieu";
    public const string Score = "diem";
    public const string Words = "gop-y";
    public const string ForgetNow = "dong-y-xoa";

    private static readonly HashSet<string> Verbs =
        [Article, Details, Steps, Example, Advisor, Bot, NoneOfThese, Helpful, NotHelpful, Reason, Start, Forget, Score, Words, ForgetNow];

    /// <summary>A button of ours says this; somebody who types `#congdoan` says something else.</summary>
    public static bool IsOurs(string said) => Read(said) is { } tap && Verbs.Contains(tap.Verb);

    public override string ToString() => Id is null ? $"#{Verb}" : $"#{Verb}:{Id}";

    public CardAction Button(string title) => CardAction.PostBack(title, ToString());

    /// <summary>The tap behind a message, or null when it was typed.</summary>
    public static Tap? Read(string said)
    {
        if (!said.StartsWith('#') || said.Length < 2 || said.Contains(' ', StringComparison.Ordinal))
            return null;
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new Tap(said[1..]) : new Tap(said[1..colon], said[(colon + 1)..]);
    }
}

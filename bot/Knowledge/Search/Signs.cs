namespace ChatBot.Knowledge.Search;

/// <summary>What can speak for an article of ours; each sign is mostly 0 to 1, relative to all that is asked.</summary>
internal enum ArticleSign
{
    WordingAlike,
    ThreeWordingsAlike,
    TitleAlike,
    AllWordings,
    CoveredByWordings,
    Body,
    CoveredByBody,
    Concepts,
    AccentsAmongBest,
    AllWordingsAmongBest,
    BodyAmongBest,
    CitedHeading,
    CitedText,
    StatuteShare,
    NamedPlace,
    FineAskedAndSet,
    FineSetNotAsked,
    DefinesWhatIsAsked,
    FocusAlike,
    RareCovered,
    SameAspectAlike,
    AspectOfTitle,
}

/// <summary>What can speak for a provision.</summary>
internal enum ProvisionSign
{
    HeadingAlike,
    HeadingAccents,
    Text,
    CoveredByText,
    Concepts,
    TextAmongBest,
    NamedPlace,
    IsLaw,
    IsFirstLaw,
    FineAskedAndSet,
    FineSetNotAsked,
    DefinesWhatIsAsked,
    ArticleShare,
    RareCovered,
    AspectOfHeading,

    /// <summary>Always 1: how much more or less a provision is the answer than an article of ours.</summary>
    IsProvision,
}

namespace ChatBot.Knowledge.Search;

/// <summary>From which confidence on what is done.</summary>
internal static class Thresholds
{
    public const double Answer = 0.6;
    public const double Offer = 0.12;
    public const double Person = 0.5;
    public const double InScopeAnyway = 0.9;
}

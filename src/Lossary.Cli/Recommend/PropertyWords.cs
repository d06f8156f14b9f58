using Lossary.Losses;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The properties of objectives as tables word them.</summary>
internal static class PropertyWords
{
    public static string Convexity(ObjectiveProperties of) => of.IsConvex ? "one" : "several";

    public static string Smoothness(ObjectiveProperties of) => of.Smoothness switch
    {
        0 => "kinked",
        1 => "once",
        2 => "twice",
        _ => "smooth",
    };

    public static string Outliers(ObjectiveProperties of) => of.Outliers switch
    {
        OutlierBehaviour.Fading => "fading",
        OutlierBehaviour.Bounded => "bounded",
        _ => "unbounded",
    };

    public static string Probabilities(ObjectiveProperties of) =>
        of.IsProper ? "true" : of.Objective.Loss.Card.Link == Link.Score ? "none" : "shifted";

    public static string Parameters(ObjectiveProperties of) =>
        of.Parameters.Count == 0 ? "none" : string.Join(", ", of.Parameters);
}

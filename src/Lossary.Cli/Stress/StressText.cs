using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary>Stress curves in words.</summary>
internal static class StressText
{
    /// <summary>A trouble as a heading.</summary>
    public static string Title(StressCurves curves) => curves.Kind switch
    {
        StressKind.HighOutliers => "Outliers above",
        StressKind.OutliersOnBothSides => "Outliers on both sides",
        StressKind.WrongLabels => "Wrong labels",
        StressKind.RareClass => $"‘{curves.ClassName}’ made rare",
        _ => "Fewer rows",
    };

    /// <summary>What the levels are.</summary>
    public static string Axis(StressCurves curves) => curves.Kind switch
    {
        StressKind.HighOutliers => "share of targets replaced by values 10 to 20 spreads above the median",
        StressKind.OutliersOnBothSides => "share of targets replaced by values 10 to 20 spreads from the median",
        StressKind.WrongLabels => "share of labels replaced by any other class",
        StressKind.RareClass => $"share of the rows of ‘{curves.ClassName}’ that is kept",
        _ => "share of the rows that is kept",
    };

    /// <summary>A level: <c>5 %</c>, or <c>clean</c>, or <c>all</c> rows.</summary>
    public static string Level(StressCurves curves, int level) =>
        level > 0 ? Quantity.Percent(curves.Levels[level]) : curves.IsThinning ? "all" : "clean";

    /// <summary>What was done, and how sure it is, in two sentences.</summary>
    public static string Method(StressResult result) =>
        $"Only rows that train or validate are troubled, test rows are clean; {Quantity.Count(result.Folds)} folds of "
        + $"the "
        + "first repeat, learning rates as chosen on clean rows. Means over folds; only a change of the lead is "
        + "tested.";

    /// <summary>Who holds the score, who does not, and where the lead changes.</summary>
    public static string Sentence(StressCurves curves, StressResult result)
    {
        string held = Held(curves, result);
        return curves.LeadPValue <= result.Options.Significance ? $"{held} {LeadChange(curves)}" : held;
    }

    private static string Held(StressCurves curves, StressResult result)
    {
        Metric metric = result.Metric;
        string tolerance = Quantity.Percent(result.Options.Tolerance);
        string score = $"{metric.Title} within {tolerance} of the clean one";
        StressCurve firm = curves.Curves.OrderByDescending(curve => curve.HeldLevel).ThenBy(LossBeyond).First();
        StressCurve frail = curves.Curves.OrderBy(curve => curve.HeldLevel).ThenByDescending(LossBeyond).First();
        string who = firm.HeldLevel > frail.HeldLevel || firm == frail
            ? Name(firm).Capitalised() + " keeps its"
            : "All keep their";
        if (frail.HeldLevel == curves.Levels.Count - 1)
        {
            return $"{who} {score} {Until(curves, frail.HeldLevel)}.";
        }

        int broken = frail.HeldLevel + 1;
        string whose = curves.Curves.Count == 1 ? "it" : $"that of {Name(frail)}";
        string worst = $"{At(curves, broken)} {whose} is {Change(frail, broken, metric)}";
        string best = firm == frail || firm.HeldLevel > frail.HeldLevel
            ? ""
            : $", that of {Name(firm)} {Change(firm, broken, metric)}";
        return firm.HeldLevel == 0
            ? $"{worst}{best}: no loss keeps its {score}.".Capitalised()
            : $"{who} {score} {Until(curves, firm.HeldLevel)}; {worst}{best}.";
    }

    /// <summary>Where another loss than on clean rows is ahead, and stays so.</summary>
    private static string LeadChange(StressCurves curves)
    {
        int first = curves.Leaders[0], last = curves.Leaders[^1];
        int from = curves.Leaders.Count - 1;
        while (curves.Leaders[from - 1] == last)
        {
            from--;
        }

        return $"{Name(curves.Curves[first]).Capitalised()} leads on {(curves.IsThinning ? "all" : "clean")} rows, "
            + $"{Name(curves.Curves[last])} {(curves.IsThinning ? "with" : "from")} {Level(curves, from)}"
            + $"{(curves.IsThinning ? " and fewer" : " on")} ({Quantity.PValue(curves.LeadPValue!.Value)} at the last "
            + $"level).";
    }

    private static string At(StressCurves curves, int level) =>
        $"{(curves.IsThinning ? "with" : "at")} {Level(curves, level)}{Whose(curves)}";

    private static string Until(StressCurves curves, int level) => curves.IsThinning
        ? $"down to {Level(curves, level)}{Whose(curves)}"
        : $"up to {Level(curves, level)}";

    private static string Whose(StressCurves curves) => curves.Kind switch
    {
        StressKind.RareClass => " of its rows",
        StressKind.FewRows => " of the rows",
        _ => "",
    };

    private static string Change(StressCurve curve, int level, Metric metric)
    {
        double loss = curve.Losses[level];
        return curve.Scores[level] is null || !double.IsFinite(loss) ? "not to be had"
            : !metric.HigherIsBetter && loss >= 1 ? $"{Quantity.Significant(1 + loss, 2)} times that"
            : $"{Quantity.Percent(loss)} worse";
    }

    /// <summary>What is lost at the first level that is not held, or at the last.</summary>
    private static double LossBeyond(StressCurve curve)
    {
        double loss = curve.Losses[Math.Min(curve.HeldLevel + 1, curve.Losses.Count - 1)];
        return double.IsNaN(loss) ? double.PositiveInfinity : loss;
    }

    private static string Name(StressCurve curve) => LossLabel.Inside(curve.Objective);
}

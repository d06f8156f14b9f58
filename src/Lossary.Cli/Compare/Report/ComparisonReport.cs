using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary>
/// A comparison as a document: the answer, what it rests on, how it was got, and how to get it again.
/// </summary>
internal static class ComparisonReport
{
    public static ReportDocument Of(ComparisonResult result, RunDescription run)
    {
        ComparisonView view = new(result);
        return new($"Which loss for {result.Target.Name}?")
        {
            Subtitle = $"{result.Table.Name}: {Quantity.Count(result.Target.Count)} rows, {Features(result)} features, "
                + Task(result.Target),
            Key = view.Key,
            Lead = LeadCard.Of(result),
            Sections =
            [
                .. Ranked(view),
                .. result.Advice is Advice advice ? AdviceSections.Of(advice) : [],
                .. result.Profile is DataProfile profile ? ProfileSections.Of(profile) : [],
                .. RowByRow(view),
                .. ShapeFigures.Sections(view),
                .. RunSections.Failures(view),
                .. RunSections.Findings(result),
                ComparisonMethod.Section(result),
                RunSections.Again(run),
            ],
            Footer = $"Made by Lossary {Version(run)} in {Quantity.Duration(TimeSpan.FromSeconds(result.Seconds))}, "
                + $"seed {run.Options.Seed}.",
        };
    }

    /// <summary>How many columns tell anything; inputs of the network, where no profile has counted columns.</summary>
    private static string Features(ComparisonResult result) =>
        Quantity.Count((long)(result.Profile?.Facts[FactCatalogue.Features] ?? result.Width));

    /// <summary>What the answer rests on, where at least one loss can be judged.</summary>
    private static Section[] Ranked(ComparisonView view) => view.Result.Verdict.Best is null
        ? []
        : [Leaderboard.Section(view), GapFigure.Section(view)];

    private static Section[] RowByRow(ComparisonView view) => view.Result.Verdict.Best is null
        ? []
        :
        [
            .. QuantileTables.Sections(view),
            .. view.Result.Target.IsClass ? ClassFigures.Sections(view)
                : view.Result.Metric.Needs is PredictionNeed.Order or PredictionNeed.Times
                    ? []
                    : NumberFigures.Sections(view),
            .. MurphyFigures.Sections(view),
            .. SegmentTables.Sections(view),
            .. StressFigures.Sections(view),
            .. CurveFigure.Sections(view),
        ];

    private static string Task(Target target) => target.Task switch
    {
        TaskKind.Binary => $"two classes, ‘{target.ClassNames[1]}’ the positive one",
        TaskKind.MultiClass => $"{target.ClassNames.Count} classes",
        TaskKind.Counts => "counts",
        _ => "regression",
    };

    /// <summary>Without the commit, which the run's own file has.</summary>
    private static string Version(RunDescription run) => run.Version.Split('+')[0];
}

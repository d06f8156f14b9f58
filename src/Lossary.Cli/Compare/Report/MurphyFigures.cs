using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Whether the loss to take is best whatever score one would have chosen.</summary>
internal static class MurphyFigures
{
    /// <summary>More bands than this would hide each other.</summary>
    private const int MostBands = 2;

    public static IEnumerable<Section> Sections(ComparisonView view)
    {
        if (view.Result.Diagnostics.Murphy is not MurphyDiagram murphy || murphy.Differences.Count == 0)
        {
            yield break;
        }

        string take = LossLabel.Inside(murphy.Reference.Objective);
        LossOutcome[] shown = [.. view.Shown.Where(outcome => murphy.Curves.Any(curve => curve.Loss == outcome))];
        Axis x = new(
            view.Result.Target.IsClass ? "threshold of probability" : $"threshold of {view.Result.Target.Name}");
        yield return new("Would another score decide?",
        [
            new Paragraph(Answer(murphy, take)),
            new FigureGroup(
            [
                new Figure(
                    new LinePlot(
                        "Murphy diagram",
                        x,
                        new Axis("mean elementary score") { Minimum = 0 },
                        Curves(view, murphy, shown))
                    {
                        ShowsNames = false,
                    },
                    $"Every score that rewards the {murphy.Functional} is a mixture of these. Lower is better."),
                new Figure(
                    new LinePlot(
                        $"Against {take}",
                        x,
                        new Axis("difference of the scores"),
                        Differences(view, murphy, shown))
                    {
                        ShowsNames = false,
                        Reference = ReferenceLine.Zero,
                    },
                    $"Above 0, {take} is better at decisions that turn on the threshold."
                    + (HasBands(shown) ? " Bands: pointwise 95 % intervals." : "")),
            ])
            {
                Key = view.KeyOf(shown),
            },
        ]);
    }

    private static string Answer(MurphyDiagram murphy, string take)
    {
        if (murphy.IsDominant)
        {
            return $"No: {take} is ahead of every other loss, at no threshold behind. No score that rewards the "
                + $"{murphy.Functional} would decide otherwise.";
        }

        string Named(Dominance dominance) => Join([.. murphy.Differences.Where(other => other.Dominance == dominance)
            .Select(other => LossLabel.Inside(other.Loss.Objective))]);
        List<string> sentences = [];
        void Tell(Dominance dominance, Func<string, string> sentence)
        {
            if (Named(dominance) is { Length: > 0 } names)
            {
                sentences.Add(sentence(names));
            }
        }

        Tell(
            Dominance.Dominates, names =>
                $"Never against {names}: {take} is ahead at some thresholds, at none behind.");
        Tell(Dominance.Alike, names => $"Hardly against {names}: at no threshold can {take} be told apart.");
        Tell(
            Dominance.Crosses, names =>
                $"Perhaps against {names}: {take} is ahead at some thresholds and behind at others.");
        Tell(Dominance.Dominated, names => $"Yes against {names}: {take} is behind at some thresholds, at none ahead.");
        return string.Join(" ", sentences);
    }

    private static LineSeries[] Curves(ComparisonView view, MurphyDiagram murphy, LossOutcome[] shown) =>
    [
        .. shown.Reverse().Select(outcome => view.Line(
            outcome, murphy.Thresholds, murphy.Curves.First(curve => curve.Loss == outcome).Scores)),
    ];

    private static LineSeries[] Differences(ComparisonView view, MurphyDiagram murphy, LossOutcome[] shown)
    {
        MurphyDifference[] differences =
        [
            .. from outcome in shown.Reverse()
               from other in murphy.Differences
               where other.Loss == outcome
               select other,
        ];
        return
        [
            .. differences.Select(other => view.Line(other.Loss, murphy.Thresholds, other.Mean) with
            {
                Lower = HasBands(shown) ? other.Low : null,
                Upper = HasBands(shown) ? other.High : null,
            }),
        ];
    }

    private static bool HasBands(LossOutcome[] shown) => shown.Length - 1 <= MostBands;

    private static string Join(string[] names) => names.Length < 2
        ? string.Concat(names)
        : string.Join(", ", names[..^1]) + " and " + names[^1];
}

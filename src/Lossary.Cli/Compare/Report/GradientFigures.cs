using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>Whether gradients let the networks learn.</summary>
internal static class GradientFigures
{
    /// <summary>The figures; none where norms were not kept.</summary>
    public static IEnumerable<Block> Blocks(ComparisonView view)
    {
        LossOutcome[] known = [.. view.Shown.Where(outcome => outcome.Folds.Any(fold => fold.GradientNorms.Count > 1))];
        if (known.Length == 0)
        {
            yield break;
        }

        List<Figure> figures = [Norms(view, known)];
        if (known[0].Folds.Any(fold => fold.LayerGradientNorms.Count > 1))
        {
            figures.Add(Layers(known[0]));
        }

        yield return new FigureGroup(figures) { Key = view.KeyOf(known) };
    }

    private static Figure Norms(ComparisonView view, LossOutcome[] known)
    {
        double clip = view.Result.Options.GradientClip;
        int clipped = known.Count(outcome => outcome.Folds.Any(fold => fold.GradientNorms.Any(norm => norm > clip)));
        int exploding = known.Count(outcome => outcome.Folds.Any(fold => GradientHealth.Explodes(fold, clip)));
        string health = exploding > 0 ? $"{exploding} of {known.Length} losses explode"
            : clipped > 0 ? $"{clipped} of {known.Length} losses are clipped at times"
            : "none is ever clipped";
        return new(
            new LinePlot(
                "Size of the gradient",
                new Axis("epoch") { IsWhole = true },
                new Axis("norm, before clipping") { IsLogarithmic = true },
                [.. known.Reverse().Select(outcome => Line(view, outcome))])
            {
                ShowsNames = false,
            },
            $"Median over the folds of the batches' mean norm. Clipped at {Quantity.Significant(clip, 1)}: {health}.");
    }

    private static LineSeries Line(ComparisonView view, LossOutcome outcome)
    {
        double[] medians = MedianByEpoch(outcome, fold => fold.GradientNorms);
        return view.Line(outcome, Epochs(medians.Length), medians);
    }

    private static Figure Layers(LossOutcome outcome)
    {
        int layers = outcome.Folds.Max(
            fold => fold.LayerGradientNorms.Select(norms => norms.Count).DefaultIfEmpty(0).Max());
        LineSeries[] lines =
        [
            .. Enumerable.Range(0, layers).Select(layer =>
            {
                double[] medians = MedianByEpoch(
                    outcome, fold => [.. fold.LayerGradientNorms.Select(norms => norms[layer])]);
                return new LineSeries(
                    layer == layers - 1
                    ? "output"
                    : $"layer {layer + 1}", Epochs(medians.Length), medians, new(-1 - layer));
            }),
        ];
        int[] still =
            [.. outcome.Folds.SelectMany(GradientHealth.LayersWithout).Distinct().Order().Select(layer => layer + 1)];
        return new(
            new LinePlot(
                $"{ComparisonView.NameOf(outcome)}, layer by layer",
                new Axis("epoch") { IsWhole = true },
                new Axis("norm, before clipping") { IsLogarithmic = true },
                lines),
            still.Length == 0
                ? "Every layer gets a gradient that it can learn from."
                : $"No gradient that could be learnt from reaches layer {string.Join(" and ", still)}.");
    }

    private static double[] Epochs(int count) => [.. Enumerable.Range(1, count).Select(epoch => (double)epoch)];

    /// <summary>As long as at least half of the folds train.</summary>
    private static double[] MedianByEpoch(LossOutcome outcome, Func<FoldOutcome, IReadOnlyList<double>> of)
    {
        IReadOnlyList<double>[] folds = [.. outcome.Folds.Select(of)];
        List<double> medians = [];
        for (int epoch = 0; 2 * folds.Count(norms => norms.Count > epoch) >= folds.Length; epoch++)
        {
            double[] norms = [.. folds.Where(of => of.Count > epoch).Select(of => of[epoch]).Order()];
            medians.Add((norms[(norms.Length - 1) / 2] + norms[norms.Length / 2]) / 2);
        }

        return [.. medians];
    }
}

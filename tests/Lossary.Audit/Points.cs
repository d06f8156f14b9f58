using System.Numerics;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Audit;

/// <summary>The points of the extreme grid at which a loss with a formula is held against that formula.</summary>
internal static class Points
{
    private const int MostTargets = 6;
    private const int Combinations = 100;

    private static readonly string[] s_logarithms =
        ["log-scale", "log-variance", "prior-log-variance", "log-shape", "log-mean", "log-dispersion", "log-degrees", "log-hazard"];

    /// <summary>Every prediction of the grid with targets spread over theirs, or combinations drawn for several inputs.</summary>
    public static IEnumerable<Point<T>> Of<T>(ILoss loss)
        where T : unmanaged, IFloatingPointIeee754<T> => loss switch
        {
            ISampleLoss sample => OfSample<T>(sample),
            IArrayLoss arrays => OfArrays<T>(arrays),
            _ => [],
        };

    private static IEnumerable<Point<T>> OfSample<T>(ISampleLoss loss)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IReadOnlyList<double> targets = Spread(Grid.Of<T>(loss.Card.Target));
        double[] predictions = [.. Grid.Of<T>(loss.Card.Prediction)];
        foreach (double target in targets)
        {
            T[] values = new T[predictions.Length], slopes = new T[predictions.Length];
            Evaluate(loss, predictions, target, values, slopes);
            for (int i = 0; i < predictions.Length; i++)
            {
                yield return new([predictions[i], target], values[i], [slopes[i]]);
            }
        }
    }

    private static void Evaluate<T>(ISampleLoss loss, double[] predictions, double target, T[] values, T[] slopes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double))
        {
            loss.Evaluate(new LossBatch<double>
            {
                Predictions = predictions,
                Targets = Enumerable.Repeat(target, predictions.Length).ToArray(),
                Values = (double[])(object)values,
                Gradient = (double[])(object)slopes,
                Reduction = Reduction.Sum,
            });
            return;
        }

        loss.Evaluate(new LossBatch<float>
        {
            Predictions = Array.ConvertAll(predictions, x => (float)x),
            Targets = Enumerable.Repeat((float)target, predictions.Length).ToArray(),
            Values = (float[])(object)values,
            Gradient = (float[])(object)slopes,
            Reduction = Reduction.Sum,
        });
    }

    private static IEnumerable<Point<T>> OfArrays<T>(IArrayLoss loss)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossInputs<double> drawn = loss.Example(new RandomStream(1), Combinations);
        RandomStream random = new(2);
        LossInputs<T> inputs = new() { Reduction = Reduction.Sum };
        foreach (InputCard card in loss.Inputs)
        {
            Tensor<double> tensor = drawn[card.Name];
            IReadOnlyList<double> grid = Grid.Of<T>(DomainOf<T>(card));
            bool takesAny = !InputKinds.IsWhole(card.Kind) && card.Kind != InputKind.Box;
            T[] values = new T[tensor.Shape.Length];
            for (int i = 0; i < values.Length; i++)
            {
                bool isExtreme = takesAny && random.NextInt(2) == 0;
                values[i] = T.CreateTruncating(isExtreme ? grid[random.NextInt(grid.Count)] : tensor.Values[i]);
            }

            inputs[card.Name] = card.IsDifferentiable
                ? new Tensor<T>(tensor.Shape, values, new T[values.Length])
                : new Tensor<T>(tensor.Shape, values);
        }

        T[] losses = Evaluate(loss, inputs);
        List<(InputCard Card, int Offset, int Width)> numbers = NumbersOf(loss);
        int[] by = [.. Enumerable.Range(0, numbers.Count).Where(k => numbers[k].Card.IsDifferentiable)];
        for (int i = 0; i < Combinations; i++)
        {
            double[] sample = [.. numbers.Select(n => double.CreateTruncating(
                inputs[n.Card.Name].Values[(i * n.Width) + n.Offset]))];
            T[] slopes = [.. by.Select(k => inputs[numbers[k].Card.Name].Gradient[(i * numbers[k].Width) + numbers[k].Offset])];
            yield return new(sample, losses[i], slopes);
        }
    }

    /// <summary>The domain of an input; of the logarithm of a scale, where the scale and its reciprocal are normal numbers.</summary>
    private static Domain DomainOf<T>(InputCard card)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double end = typeof(T) == typeof(float) ? 87 : 708;
        return s_logarithms.Contains(card.Name) ? new(-end, end, true, true) : InputKinds.DomainOf(card.Kind);
    }

    /// <summary>What stands where in a sample.</summary>
    public static SampleShape ShapeOf(ILoss loss)
    {
        if (loss is not IArrayLoss arrays)
        {
            return new([loss.Card.Prediction, loss.Card.Target], [0], IsOnItsOwn: true);
        }

        List<(InputCard Card, int Offset, int Width)> numbers = NumbersOf(arrays);
        return new(
            [.. numbers.Select(n => InputKinds.IsWhole(n.Card.Kind) ? null : InputKinds.DomainOf(n.Card.Kind))],
            [.. Enumerable.Range(0, numbers.Count).Where(k => numbers[k].Card.IsDifferentiable)],
            IsOnItsOwn: false);
    }

    private static List<(InputCard Card, int Offset, int Width)> NumbersOf(IArrayLoss loss) =>
    [
        .. loss.Inputs.SelectMany(card => Enumerable.Range(0, FormulaOperation.WidthOf(card))
            .Select(i => (card, i, FormulaOperation.WidthOf(card)))),
    ];

    private static T[] Evaluate<T>(IArrayLoss loss, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] losses = new T[Combinations];
        inputs.Values = losses;
        _ = inputs is LossInputs<double> doubles ? loss.Evaluate(doubles) : loss.Evaluate((LossInputs<float>)(object)inputs);
        return losses;
    }

    private static IReadOnlyList<double> Spread(IReadOnlyList<double> all) => all.Count <= MostTargets
        ? all
        : [.. Enumerable.Range(0, MostTargets).Select(i => all[i * (all.Count - 1) / (MostTargets - 1)])];
}

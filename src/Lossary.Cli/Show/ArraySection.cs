using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Cli;

/// <summary>A loss of several arrays along one number of its first input, the rest as in an example.</summary>
internal static class ArraySection
{
    /// <summary>Samples that do not act on each other are shown one alone.</summary>
    private const int CoupledRows = 8;

    private const int Examples = 12;
    private const int Probes = 8;

    /// <summary>What a plot could show.</summary>
    private const double LeastChange = 1e-6;

    private const double Step = 1e-4;

    /// <summary>A slope that changes by such a share within a step may stand on a kink.</summary>
    private const double KinkShare = 0.1;

    /// <summary>The number that moves.</summary>
    public static LossVariable VariableOf(LossEntry entry)
    {
        InputCard card = InputOf((IArrayLoss)entry.Create());
        (double low, double high) = RangeOf(card);
        string symbol = FormulaText.Lines(card.Symbol, isUnicode: true)[0];
        return new(
            symbol, $"{card.Meaning}; one number of it moves, the rest is an example's", $"{card.Name} of one sample",
            low, high);
    }

    /// <summary>The summed loss of the example with its first number at <paramref name="x"/>.</summary>
    public static LossPoint At(IArrayLoss loss, double x) => At(loss, [x])[0];

    /// <summary>The summed loss of the example with its first number at each of some points.</summary>
    public static LossPoint[] At(IArrayLoss loss, IReadOnlyList<double> points)
    {
        // Kept from point to point, inputs keep their working memory too.
        LossInputs<double> inputs = Telling(loss);
        Tensor<double> moved = inputs[InputOf(loss).Name];
        return [.. points.Select(Point)];

        LossPoint Point(double x)
        {
            (double value, double slope) = Evaluate(x);
            return new(value, slope, Curvature(Evaluate(x - Step).Slope, slope, Evaluate(x + Step).Slope));

            double Curvature(double before, double at, double after)
            {
                double curvature = Calmer((at - before) / Step, (after - at) / Step);
                bool isKink = Math.Abs(after - before) > KinkShare * Math.Max(Math.Abs(before), Math.Abs(after));
                return isKink ? Calmer(curvature, (Evaluate(x + (2 * Step)).Slope - after) / Step) : curvature;
            }
        }

        (double Value, double Slope) Evaluate(double x) => ArraySection.Evaluate(loss, inputs, moved, x);
    }

    /// <summary>The first of some examples in which the number that moves makes a difference.</summary>
    private static LossInputs<double> Telling(IArrayLoss loss)
    {
        InputCard card = InputOf(loss);
        (double low, double high) = RangeOf(card);
        for (ulong seed = 1; ; seed++)
        {
            LossInputs<double> inputs = loss.Example(new RandomStream(seed), loss.Traits.IsCoupled ? CoupledRows : 1);
            inputs.Reduction = Reduction.Sum;
            Tensor<double> moved = inputs[card.Name];
            double first = Evaluate(loss, inputs, moved, low).Value;
            bool isTelling = Enumerable.Range(1, Probes)
                .Select(i => Evaluate(loss, inputs, moved, low + ((high - low) * i / Probes)).Value)
                .Any(value => Math.Abs(value - first) > LeastChange);
            if (isTelling || seed == Examples)
            {
                return inputs;
            }
        }
    }

    private static (double Value, double Slope) Evaluate(
        IArrayLoss loss, LossInputs<double> inputs, Tensor<double> moved, double x)
    {
        moved.Values[0] = x;
        return (loss.Evaluate(inputs).Sum, moved.Gradient[0]);
    }

    private static (double Low, double High) RangeOf(InputCard card) => card.Kind switch
    {
        InputKind.Positive or InputKind.NonNegative => (0.1, 4.1),
        InputKind.Probability or InputKind.Shares => (0.05, 0.95),
        InputKind.LogProbability or InputKind.LogShares => (-3.05, -0.05),
        InputKind.Box => (-1, 1),
        _ => (-3, 3),
    };

    /// <summary>The mean of two difference quotients; the smaller where they differ: a kink is in the other.</summary>
    private static double Calmer(double first, double second)
    {
        (double smaller, double larger) = Math.Abs(first) < Math.Abs(second) ? (first, second) : (second, first);
        return Math.Abs(larger) > 2 * Math.Abs(smaller) ? smaller : 0.5 * (first + second);
    }

    private static InputCard InputOf(IArrayLoss loss) => loss.Inputs.First(card => card.IsDifferentiable);
}

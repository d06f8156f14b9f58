using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Cli;

/// <summary>A loss of several arrays along one number of its first input, the rest as in an example.</summary>
internal static class ArraySection
{
    /// <summary>Samples that do not act on each other are shown one alone.</summary>
    private const int CoupledRows = 8;

    private const double Step = 1e-4;

    /// <summary>The number that moves.</summary>
    public static LossVariable VariableOf(LossEntry entry)
    {
        InputCard card = InputOf((IArrayLoss)entry.Create());
        (double low, double high) = card.Kind switch
        {
            InputKind.Positive or InputKind.NonNegative => (0.1, 4.1),
            InputKind.Probability or InputKind.Shares => (0.05, 0.95),
            InputKind.LogProbability or InputKind.LogShares => (-3.05, -0.05),
            InputKind.Box => (-1, 1),
            _ => (-3, 3),
        };
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
        LossInputs<double> inputs = loss.Example(new RandomStream(1), loss.Traits.IsCoupled ? CoupledRows : 1);
        inputs.Reduction = Reduction.Sum;
        Tensor<double> moved = inputs[InputOf(loss).Name];
        return [.. points.Select(Point)];

        LossPoint Point(double x)
        {
            (double value, double slope) = Evaluate(x);
            return new(value, slope, (Evaluate(x + Step).Slope - Evaluate(x - Step).Slope) / (2 * Step));
        }

        (double Value, double Slope) Evaluate(double x)
        {
            moved.Values[0] = x;
            return (loss.Evaluate(inputs).Sum, moved.Gradient[0]);
        }
    }

    private static InputCard InputOf(IArrayLoss loss) => loss.Inputs.First(card => card.IsDifferentiable);
}

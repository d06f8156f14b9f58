using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Cli;

/// <summary>A loss of several arrays along one number of its first input, the rest as in an example.</summary>
internal static class ArraySection
{
    private const int Rows = 8;
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
        return new(symbol, $"{card.Meaning}; one moves, the rest as in an example", $"{card.Name} of one sample", low, high);
    }

    /// <summary>The summed loss of the example with its first number at <paramref name="x"/>.</summary>
    public static LossPoint At(IArrayLoss loss, double x)
    {
        (double value, double slope) = Evaluate(loss, x);
        double curvature = (Evaluate(loss, x + Step).Slope - Evaluate(loss, x - Step).Slope) / (2 * Step);
        return new(value, slope, curvature);
    }

    private static (double Value, double Slope) Evaluate(IArrayLoss loss, double x)
    {
        LossInputs<double> inputs = loss.Example(new RandomStream(1), Rows);
        inputs.Reduction = Reduction.Sum;
        Tensor<double> moved = inputs[InputOf(loss).Name];
        moved.Values[0] = x;
        double value = loss.Evaluate(inputs).Sum;
        return (value, moved.Gradient[0]);
    }

    private static InputCard InputOf(IArrayLoss loss) => loss.Inputs.First(card => card.IsDifferentiable);
}

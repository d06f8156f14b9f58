using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>
/// An operation that compares a prediction and a target element by element, as a loss of this library.
/// </summary>
/// <remarks>
/// With L the library's loss and z what it is given for the operation's x, the operation is
/// factor · (L(z(x), t) + constant), and its gradient factor · L′(z) · z′(x).
/// </remarks>
/// <param name="loss">L.</param>
/// <param name="inputs">z, t and weights, all elements in a row.</param>
internal sealed class ElementLoss(ISampleLoss loss, SampleInputs inputs)
{
    /// <summary>What the operation calls the prediction.</summary>
    public string PredictionName { get; init; } = "input";

    /// <summary>z′(x) of each element; empty where z is x.</summary>
    public double[] Slopes { get; init; } = [];

    /// <summary>What the operation adds to each element's loss; empty where nothing.</summary>
    public double[] Constants { get; init; } = [];

    /// <summary>What the operation multiplies by.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>∂L/∂t of each element; null where no gradient by the target is asked for.</summary>
    public Func<double[]>? TargetSlopes { get; init; }

    /// <summary>
    /// The reference's choice at a kink, by either input, where it is not the library's; NaN at other elements.
    /// </summary>
    public double[] Subgradients { get; init; } = [];

    /// <summary>
    /// Whether the loss depends on x − t only, so that its gradient by the target is the negated one.
    /// </summary>
    public bool IsDistance { get; init; }

    /// <summary>Values and gradients for every reduction.</summary>
    public Results Run(GoldenCase golden)
    {
        int[] shape = golden.Inputs[PredictionName].Shape;
        int rows = shape.Length == 0 ? 1 : shape[0];
        SampleInputs rowed = inputs with { RowLength = rows == 0 ? 1 : inputs.Predictions.Length / rows };
        SampleProbe probe = new(loss, golden.IsSingle);

        // PyTorch's mean of weighted elements divides by their number, not by their weights.
        return LossResults.Of(golden, shape, Reduction.MeanOverCount, reduction =>
        {
            SampleOutcome found = probe.Evaluate(rowed, reduction);
            Totals totals = found.Totals with { Sum = Factor * (found.Totals.Sum + Constants.Sum()) };
            double[] values = [.. found.Values.Select((value, i) => Factor * (value + At(Constants, i, 0)))];
            double[] gradient = [.. found.Gradient.Select((slope, i) => Factor * slope * At(Slopes, i, 1))];
            return new(values, Outcome.Reduce(totals, reduction), Gradients(gradient, totals.Denominator));
        });
    }

    private Dictionary<string, double[]> Gradients(double[] gradient, double denominator)
    {
        Dictionary<string, double[]> gradients = new() { [PredictionName] = [.. gradient.Select(Chosen)] };
        if (IsDistance)
        {
            gradients["target"] = [.. gradient.Select(slope => -slope).Select(Chosen)];
        }
        else if (TargetSlopes is not null)
        {
            gradients["target"] =
                [.. TargetSlopes().Select((slope, i) => Factor * At(inputs.Weights, i, 1) * slope / denominator)];
        }

        return gradients;

        double Chosen(double slope, int index)
        {
            double choice = At(Subgradients, index, double.NaN);
            return double.IsNaN(choice) ? slope : choice / denominator;
        }
    }

    private static double At(double[] numbers, int index, double absent) =>
        numbers.Length == 0 ? absent : numbers[index];
}

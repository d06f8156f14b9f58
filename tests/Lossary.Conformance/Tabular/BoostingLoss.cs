using Lossary.Losses;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>A loss as gradient boosting asks for it: each sample's value, gradient and curvature.</summary>
/// <remarks>
/// The chain rule leads through a link where the operation's x is not the library's z: with z′ and z″ the derivatives
/// of z(x), the gradient is L′ z′ and the curvature L″ z′² + L′ z″.
/// </remarks>
/// <param name="loss">The loss.</param>
/// <param name="inputs">z, targets and weights.</param>
internal sealed class BoostingLoss(ISampleLoss loss, SampleInputs inputs)
{
    /// <summary>z′ of each sample; empty where z is x.</summary>
    public double[] Slopes { get; init; } = [];

    /// <summary>z″ of each sample; empty where z is x.</summary>
    public double[] Bends { get; init; } = [];

    /// <summary>What the operation adds to each sample's unweighted loss; empty where nothing.</summary>
    public double[] Constants { get; init; } = [];

    /// <summary>Value, gradient and curvature.</summary>
    public Results Run(GoldenCase golden)
    {
        double[] curvature = new SampleProbe(loss, golden.IsSingle).Curvature(inputs);
        return Run(golden, (slope, i) =>
            (curvature[i] * At(Slopes, i, 1) * At(Slopes, i, 1)) + (slope * At(Bends, i, 0)));
    }

    /// <summary>Value and gradient; the weight stands for the curvature.</summary>
    public Results RunWithUnitCurvature(GoldenCase golden) => Run(golden, (_, i) => At(inputs.Weights, i, 1));

    private Results Run(GoldenCase golden, Func<double, int, double> curvature)
    {
        int[] shape = golden.Inputs["raw_prediction"].Shape;
        SampleOutcome found = new SampleProbe(loss, golden.IsSingle).Evaluate(inputs, Reduction.Sum);
        IEnumerable<double> values =
            found.Values.Select((value, i) => value + (At(inputs.Weights, i, 1) * At(Constants, i, 0)));
        return new Results()
            .Add("value.none", shape, [.. values])
            .Add("gradient", shape, [.. found.Gradient.Select((slope, i) => slope * At(Slopes, i, 1))])
            .Add("hessian", shape, [.. found.Gradient.Select(curvature)]);
    }

    private static double At(double[] numbers, int index, double absent) =>
        numbers.Length == 0 ? absent : numbers[index];
}

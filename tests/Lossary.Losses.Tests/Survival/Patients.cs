using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Inputs of survival losses.</summary>
internal static class Patients
{
    /// <summary>Log-hazards, times and events.</summary>
    public static LossInputs<double> Of(double[] hazards, double[] times, double[] events) => new()
    {
        ["log-hazard"] = Tensor<double>.Variable(new Shape(hazards.Length), hazards),
        ["time"] = new Tensor<double>(new Shape(times.Length), times),
        ["event"] = new Tensor<double>(new Shape(events.Length), events),
    };

    /// <summary>One row of a loss of location and scale.</summary>
    public static LossInputs<double> Row(double location, double logScale, string first, double a, string second, double b) => new()
    {
        ["location"] = Tensor<double>.Variable(new Shape(1), [location]),
        ["log-scale"] = Tensor<double>.Variable(new Shape(1), [logScale]),
        [first] = Tensor<double>.Variable(new Shape(1), [a]).Detached(),
        [second] = Tensor<double>.Variable(new Shape(1), [b]).Detached(),
    };

    /// <summary>One row of logits of intervals.</summary>
    public static LossInputs<double> Intervals(string name, double[] logits, double interval, double isEvent) => new()
    {
        [name] = Tensor<double>.Variable(new Shape(1, logits.Length), logits),
        ["interval"] = Tensor<double>.Variable(new Shape(1), [interval]).Detached(),
        ["event"] = Tensor<double>.Variable(new Shape(1), [isEvent]).Detached(),
    };

    private static Tensor<double> Detached(this Tensor<double> tensor) => new(tensor.Shape, tensor.Values.ToArray());
}

using System.Numerics;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Runs a loss of several arrays on a case: which of the library's inputs each of the case's is.</summary>
/// <param name="loss">The loss.</param>
internal sealed class ArrayRun(IArrayLoss loss)
{
    private readonly List<(string Input, string Name, int[] Shape, double[] Data)> _inputs = [];

    /// <summary>Turns a gradient, flat, from the library's order into the case's.</summary>
    public Func<string, double[], Reduction, double[]> Translate { get; init; } = (_, gradient, _) => gradient;

    /// <summary>What each term weighs; empty for 1. The sum is never weighed.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>What the operation calls its mean.</summary>
    public Reduction Mean { get; init; } = Reduction.Mean;

    /// <summary>A loss as a user of the library asks for it.</summary>
    public static IArrayLoss Loss(string key, params double[] parameters) =>
        (IArrayLoss)LossCatalogue.Find(key).Create(parameters);

    /// <summary>Says which input a tensor of the case is; a shape of its own where the library has more axes.</summary>
    public ArrayRun With(GoldenCase golden, string input, string name, params int[] shape) =>
        With(input, name, shape.Length == 0 ? golden.Inputs[name].Shape : shape, golden.Inputs[name].Data);

    /// <summary>Gives an input; <paramref name="name"/> is the case's, for the gradient.</summary>
    public ArrayRun With(string input, string name, int[] shape, double[] data)
    {
        _inputs.Add((input, name, shape, data));
        return this;
    }

    /// <summary>Values and gradients for every reduction.</summary>
    public Results Run(GoldenCase golden, params int[] shape) => LossResults.Of(
        golden, shape, Mean, golden.IsSingle ? Evaluate<float> : Evaluate<double>);

    private Outcome Evaluate<T>(Reduction reduction) where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossInputs<T> inputs = new() { Reduction = reduction };
        foreach ((string input, _, int[] extents, double[] data) in _inputs)
        {
            T[] values = [.. data.Select(T.CreateTruncating)];
            bool isDifferentiable = loss.Inputs.First(card => card.Name == input).IsDifferentiable;
            inputs[input] = isDifferentiable
                ? Tensor<T>.Variable(new Shape(extents), values)
                : new Tensor<T>(new Shape(extents), values);
        }

        if (reduction != Reduction.Sum && Weights.Length > 0)
        {
            inputs.Weights = Weights.Select(T.CreateTruncating).ToArray();
        }

        Totals totals = inputs is LossInputs<float> single
            ? loss.Evaluate(single)
            : loss.Evaluate((LossInputs<double>)(object)inputs);
        Dictionary<string, double[]> gradients = [];
        foreach ((string input, string name, _, _) in _inputs.Where(i => inputs[i.Input].RequiresGradient))
        {
            double[] gradient = [.. inputs[input].Gradient.ToArray().Select(double.CreateTruncating)];
            gradients[name] = Translate(name, gradient, reduction);
        }

        double[] terms = [.. loss.Terms(new Tape<T>(), inputs).Values.Values.ToArray().Select(double.CreateTruncating)];
        return new(terms, Outcome.Reduce(totals, reduction), gradients);
    }
}

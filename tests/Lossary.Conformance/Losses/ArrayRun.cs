using System.Numerics;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>Runs a loss of several arrays on a case: which of the library's inputs each of the case's is.</summary>
/// <remarks>
/// An input that the operation takes as x the library may take as z(x), a logarithm say: its gradient is then
/// ∂L/∂z · z′(x).
/// </remarks>
/// <param name="golden">The case.</param>
/// <param name="loss">The loss.</param>
internal sealed class ArrayRun(GoldenCase golden, IArrayLoss loss)
{
    private readonly List<Feed> _feeds = [];

    /// <summary>Runs a loss of the catalogue.</summary>
    public ArrayRun(GoldenCase golden, string key, params double[] parameters)
        : this(golden, Loss(key, parameters))
    {
    }

    /// <summary>Turns a gradient, flat, from the library's order into the case's.</summary>
    public Func<double[], Reduction, double[]> Translate { get; init; } = (gradient, _) => gradient;

    /// <summary>What each term weighs; empty for 1. The sum is never weighed.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>What the operation calls its mean.</summary>
    public Reduction Mean { get; init; } = Reduction.Mean;

    /// <summary>A loss as a user of the library asks for it.</summary>
    public static IArrayLoss Loss(string key, params double[] parameters) =>
        (IArrayLoss)LossCatalogue.Find(key).Create(parameters);

    /// <summary>Gives an input as the case has it, repeated over the first one where any shape will do.</summary>
    /// <param name="input">As the library calls it.</param>
    /// <param name="name">As the case calls it; null for the same.</param>
    public ArrayRun With(string input, string? name = null) => With(input, name ?? input, x => x, _ => 1);

    /// <summary>Gives the logarithm of what the case has, or a multiple of it.</summary>
    public ArrayRun WithLog(string input, string name, double factor = 1) =>
        With(input, name, x => factor * Math.Log(x), x => factor / x);

    /// <summary>Gives an input of the case in another shape, where the library has more axes.</summary>
    public ArrayRun With(string input, string name, params int[] shape) =>
        With(input, name, shape, golden.Inputs[name].Data);

    /// <summary>Gives other numbers; <paramref name="name"/> is the case's, for the gradient.</summary>
    public ArrayRun With(string input, string name, int[] shape, double[] data) =>
        With(new Feed(input, name, shape, data, gradient => gradient));

    /// <summary>Gives the same number for all samples.</summary>
    public ArrayRun WithNumber(string input, double number)
    {
        int[] shape = golden.Inputs[_feeds[0].Name].Shape;
        return With(input, "", shape, [.. Enumerable.Repeat(number, shape.Aggregate(1, (x, y) => x * y))]);
    }

    /// <summary>Values and gradients for every reduction, where each sample has a value.</summary>
    public Results RunSamples()
    {
        Shape terms = loss.Terms(new Tape<double>(), Inputs<double>(Reduction.Sum)).Values.Shape;
        return Run([.. Enumerable.Range(0, terms.Rank).Select(axis => terms[axis])]);
    }

    /// <summary>Values and gradients for every reduction.</summary>
    /// <param name="shape">That of the values; none for a single one.</param>
    public Results Run(params int[] shape) =>
        LossResults.Of(golden, shape, Mean, golden.IsSingle ? Evaluate<float> : Evaluate<double>);

    private ArrayRun With(string input, string name, Func<double, double> map, Func<double, double> slope)
    {
        GoldenTensor given = golden.Inputs[name];
        bool isAny = loss.Inputs.Single(card => card.Name == input).Shape == "…";
        int[] shape = isAny && _feeds.Count > 0 ? golden.Inputs[_feeds[0].Name].Shape : given.Shape;
        double[] spread = Broadcasting.Over(given, shape);
        return With(new Feed(
            input, name, shape, [.. spread.Select(map)],
            gradient => Broadcasting.Back([.. gradient.Zip(spread, (g, x) => g * slope(x))], given, shape)));
    }

    private ArrayRun With(Feed feed)
    {
        _feeds.Add(feed);
        return this;
    }

    private Outcome Evaluate<T>(Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossInputs<T> inputs = Inputs<T>(reduction);
        Totals totals = inputs is LossInputs<float> single
            ? loss.Evaluate(single)
            : loss.Evaluate((LossInputs<double>)(object)inputs);
        Dictionary<string, double[]> gradients = [];
        foreach (Feed feed in _feeds.Where(feed => inputs[feed.Input].RequiresGradient))
        {
            double[] gradient = Precision.Widen(inputs[feed.Input].Gradient.ToArray());
            gradients[feed.Name] = Translate(feed.Back(gradient), reduction);
        }

        double[] terms = Precision.Widen(loss.Terms(new Tape<T>(), inputs).Values.Values.ToArray());
        return new(terms, Outcome.Reduce(totals, reduction), gradients);
    }

    private LossInputs<T> Inputs<T>(Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossInputs<T> inputs = new() { Reduction = reduction };
        foreach (Feed feed in _feeds)
        {
            T[] values = Precision.To<T>(feed.Data);
            Shape shape = new(feed.Shape.Length == 0 ? [1] : feed.Shape);
            inputs[feed.Input] = loss.Inputs.Single(card => card.Name == feed.Input).IsDifferentiable
                ? Tensor<T>.Variable(shape, values)
                : new Tensor<T>(shape, values);
        }

        if (reduction != Reduction.Sum && Weights.Length > 0)
        {
            inputs.Weights = Precision.To<T>(Weights);
        }

        return inputs;
    }

    /// <summary>One of the library's inputs, and how its gradient becomes that of the case's input.</summary>
    private sealed record Feed(string Input, string Name, int[] Shape, double[] Data, Func<double[], double[]> Back);
}

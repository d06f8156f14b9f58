using System.Numerics;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>An operation of several arrays as a loss of this library, whose inputs may have another scale.</summary>
/// <remarks>
/// With L the library's loss, the operation is factor · L + constant. An input that the operation takes as x the library
/// may take as z(x), a logarithm say: its gradient is then ∂L/∂z · z′(x).
/// </remarks>
/// <param name="key">The loss's key in the catalogue.</param>
/// <param name="parameters">Its parameters, in the card's order.</param>
internal sealed class ArrayCase(string key, params double[] parameters)
{
    private readonly IArrayLoss _loss = (IArrayLoss)LossCatalogue.Find(key).Create(parameters);
    private readonly List<Feed> _feeds = [];

    /// <summary>What the operation has on top of each term.</summary>
    public double Constant { get; init; }

    /// <summary>What the operation multiplies by.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Feeds an input as the operation has it.</summary>
    /// <param name="input">As the library calls it.</param>
    /// <param name="name">As the operation calls it; null for the same.</param>
    public ArrayCase Take(string input, string? name = null) => Take(input, name ?? input, x => x, _ => 1);

    /// <summary>Feeds the logarithm of what the operation has, or a multiple of it.</summary>
    public ArrayCase TakeLog(string input, string name, double factor = 1) =>
        Take(input, name, x => factor * Math.Log(x), x => factor / x);

    /// <summary>Feeds a function of what the operation has.</summary>
    public ArrayCase Take(string input, string name, Func<double, double> map, Func<double, double> slope)
    {
        _feeds.Add(new(input, name, map, slope));
        return this;
    }

    /// <summary>Feeds the same number for all samples.</summary>
    public ArrayCase Fix(string input, double number)
    {
        _feeds.Add(new(input, _feeds[0].Name, _ => number, _ => 0));
        return this;
    }

    /// <summary>Values and gradients for every reduction.</summary>
    public Results Run(GoldenCase golden) => golden.IsSingle ? Run<float>(golden) : Run<double>(golden);

    private Results Run<T>(GoldenCase golden)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossInputs<T> inputs = Inputs<T>(golden);
        Shape terms = _loss.Terms(new Tape<T>(), inputs).Values.Shape;
        T[] values = new T[terms.Length];
        int[] shape = [.. Enumerable.Range(0, terms.Rank).Select(axis => terms[axis])];
        return LossResults.Of(golden, shape, Reduction.Mean, reduction =>
        {
            inputs.Reduction = reduction;
            inputs.Values = values;
            Totals totals = Evaluate(inputs);
            totals = totals with { Sum = (Factor * totals.Sum) + (Constant * values.Length) };
            double[] each = [.. Precision.Widen(values).Select(value => (Factor * value) + Constant)];
            return new(each, Outcome.Reduce(totals, reduction), Gradients(golden, inputs));
        });
    }

    private Totals Evaluate<T>(LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        inputs is LossInputs<float> singles ? _loss.Evaluate(singles) : _loss.Evaluate((LossInputs<double>)(object)inputs);

    private LossInputs<T> Inputs<T>(GoldenCase golden)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        LossInputs<T> inputs = new();
        foreach (Feed feed in _feeds)
        {
            InputCard card = _loss.Inputs.Single(card => card.Name == feed.Input);
            int[] shape = ShapeOf(golden, feed);
            T[] numbers = Precision.To<T>([.. Broadcasting.Over(golden.Inputs[feed.Name], shape).Select(feed.Map)]);
            Shape held = new(shape.Length == 0 ? [1] : shape);
            inputs[feed.Input] = card.IsDifferentiable
                ? new Tensor<T>(held, numbers, new T[numbers.Length])
                : new Tensor<T>(held, numbers);
        }

        return inputs;
    }

    private Dictionary<string, double[]> Gradients<T>(GoldenCase golden, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dictionary<string, double[]> gradients = [];
        foreach (Feed feed in _feeds.Where(feed => inputs[feed.Input].RequiresGradient))
        {
            GoldenTensor given = golden.Inputs[feed.Name];
            int[] shape = ShapeOf(golden, feed);
            double[] slopes = [.. Broadcasting.Over(given, shape).Select(feed.Slope)];
            double[] gradient = Precision.Widen(inputs[feed.Input].Gradient.ToArray());
            gradients[feed.Name] = Broadcasting.Back([.. gradient.Zip(slopes, (g, s) => Factor * g * s)], given, shape);
        }

        return gradients;
    }

    /// <summary>An input of any shape has that of the first, as the operation repeats what is smaller.</summary>
    private int[] ShapeOf(GoldenCase golden, Feed feed)
    {
        bool isAny = _loss.Inputs.Single(card => card.Name == feed.Input).Shape == "…";
        return golden.Inputs[isAny ? _feeds[0].Name : feed.Name].Shape;
    }

    private sealed record Feed(string Input, string Name, Func<double, double> Map, Func<double, double> Slope);
}

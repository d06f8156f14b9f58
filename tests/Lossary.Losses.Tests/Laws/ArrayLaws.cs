using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Tests.Shared;

namespace Lossary.Losses.Tests;

/// <summary>
/// What every loss of several arrays owes: its gradients are those of its value, float agrees with double, weights and
/// masks do what they say, its claims hold, bad input is refused. A loss's own test class derives from it, gives the
/// parameters, and adds values from an independent source.
/// </summary>
/// <param name="parameters">Its parameters in the card's order, as the catalogue would make it.</param>
public abstract partial class ArrayLaws<TLoss>(params double[] parameters)
    where TLoss : struct, IArrayLoss<TLoss>, IDocumentedLoss
{
    /// <summary>How many samples an example has.</summary>
    protected virtual int Rows => 12;

    /// <summary>Whether the order of the samples is all one.</summary>
    protected virtual bool IsOrderFree => TLoss.Inputs.All(card => card.Kind != InputKind.GroupNumber);

    /// <summary>How far a difference quotient may be off, relative to the largest part of the gradient.</summary>
    protected virtual double GradientPrecision => 1e-7;

    /// <summary>How far float may be off from double, relative.</summary>
    protected virtual double SinglePrecision => 2e-4;

    /// <summary>
    /// False where a gradient is by definition not that of the value: a weight or a statistic is held constant in it.
    /// The test class then checks the gradient against its published form.
    /// </summary>
    protected virtual bool IsGradientOfValue => true;

    /// <summary>The loss, as the catalogue makes it.</summary>
    protected IArrayLoss Subject { get; } = (IArrayLoss)(parameters.Length == 0
        ? LossCatalogue.Find(TLoss.Card.Key).Create()
        : LossCatalogue.Find(TLoss.Card.Key).Create(parameters));

    /// <summary>An example, the same for the same seed.</summary>
    protected virtual LossInputs<double> Example(ulong seed) => Subject.Example(new RandomStream(seed), Rows);

    /// <summary>The reduced loss of inputs.</summary>
    protected double ValueOf(LossInputs<double> inputs) => Subject.Evaluate(inputs).Mean;

    /// <summary>The inputs that the loss is differentiated by.</summary>
    protected static IEnumerable<InputCard> Differentiable => TLoss.Inputs.Where(card => card.IsDifferentiable);

    /// <summary>The same inputs with one number moved.</summary>
    private double Moved(LossInputs<double> inputs, string name, int index, double by)
    {
        Span<double> values = inputs[name].Values;
        double kept = values[index];
        values[index] = kept + by;
        double value = ValueOf(inputs);
        values[index] = kept;
        return value;
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Gradient_is_the_slope_of_the_value(ulong seed)
    {
        LossInputs<double> inputs = Example(seed);
        Subject.Evaluate(inputs);
        Dictionary<string, double[]> gradients = Differentiable.Where(card => inputs.Find(card.Name) is not null)
            .ToDictionary(card => card.Name, card => inputs[card.Name].Gradient.ToArray());
        double largest = gradients.Values.SelectMany(gradient => gradient).Select(Math.Abs).DefaultIfEmpty(0).Max();
        Assert.True(largest > 0, "The example's gradient is 0 everywhere: it shows nothing.");
        if (!IsGradientOfValue)
        {
            return;
        }

        foreach ((string name, double[] gradient) in gradients)
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                double step = 1e-3 * Math.Max(0.1, Math.Min(1, Math.Abs(inputs[name].Values[i])));
                double quotient = Quotient(inputs, name, i, step), finer = Quotient(inputs, name, i, step / 4);
                double tolerance = (GradientPrecision * (largest + Math.Abs(gradient[i]))) + 1e-11;
                bool isClose = Math.Abs(quotient - gradient[i]) <= tolerance || Math.Abs(finer - gradient[i]) <= tolerance;
                Close.Claim(isClose, $"∂/∂{name}[{i}]: expected {finer:R}, found {gradient[i]:R} (seed {seed})");
            }
        }
    }

    /// <summary>The difference quotient of fourth order.</summary>
    private double Quotient(LossInputs<double> inputs, string name, int i, double step) =>
        ((8 * (Moved(inputs, name, i, step) - Moved(inputs, name, i, -step)))
            - (Moved(inputs, name, i, 2 * step) - Moved(inputs, name, i, -2 * step))) / (12 * step);

    [Fact]
    public void Float_agrees_with_double()
    {
        LossInputs<double> inputs = Example(4);
        LossInputs<float> singles = InSinglePrecision(inputs);
        double expected = ValueOf(inputs), actual = Subject.Evaluate(singles).Mean;
        Close.Check(expected, actual, SinglePrecision, SinglePrecision * 0.1, "value");
        foreach (InputCard card in Differentiable.Where(card => inputs.Find(card.Name) is not null))
        {
            ReadOnlySpan<double> gradient = inputs[card.Name].Gradient;
            ReadOnlySpan<float> single = singles[card.Name].Gradient;
            double scale = gradient.ToArray().Select(Math.Abs).Max();
            for (int i = 0; i < gradient.Length; i++)
            {
                Close.Check(gradient[i], single[i], SinglePrecision, SinglePrecision * scale, $"∂/∂{card.Name}[{i}]");
            }
        }
    }

    /// <summary>The same numbers in single precision.</summary>
    protected static LossInputs<float> InSinglePrecision(LossInputs<double> inputs)
    {
        LossInputs<float> singles = new() { Reduction = inputs.Reduction };
        foreach (string name in inputs.Names)
        {
            Tensor<double> tensor = inputs[name];
            float[] values = [.. tensor.Values.ToArray().Select(value => (float)value)];
            singles[name] = tensor.RequiresGradient
                ? new Tensor<float>(tensor.Shape, values, new float[values.Length])
                : new Tensor<float>(tensor.Shape, values);
        }

        return singles;
    }

    [Fact]
    public void Same_inputs_give_the_same_bits_on_any_number_of_threads()
    {
        (double[] alone, double[] shared) = Threads.Both(() =>
        {
            LossInputs<double> inputs = Example(5);
            double value = ValueOf(inputs);
            return Differentiable.Where(card => inputs.Find(card.Name) is not null)
                .SelectMany(card => inputs[card.Name].Gradient.ToArray()).Prepend(value).ToArray();
        });
        Assert.Equal(alone, shared);
    }

    [Fact]
    public void A_second_evaluation_gives_the_same_bits()
    {
        LossInputs<double> inputs = Example(6);
        Totals first = Subject.Evaluate(inputs);
        double[][] gradients = [.. inputs.Names.Select(name => inputs[name].Gradient.ToArray())];
        Assert.Equal(first, Subject.Evaluate(inputs));
        Assert.Equal(gradients, inputs.Names.Select(name => inputs[name].Gradient.ToArray()));
    }

    [Fact]
    public void Convexity_holds_where_it_is_claimed()
    {
        if (!Subject.Traits.IsConvex)
        {
            Assert.False(Subject.Traits.IsStrictlyConvex, "Strictly convex, but not convex.");
            return;
        }

        for (ulong seed = 10; seed < 30; seed++)
        {
            LossInputs<double> start = Example(seed), end = Example(seed), middle = Example(seed);
            RandomStream random = new(seed + 1000);
            foreach (InputCard card in Differentiable.Where(card => start.Find(card.Name) is not null))
            {
                Assert.True(card.Kind == InputKind.Real, "Chords are drawn between real numbers only.");
                for (int i = 0; i < start[card.Name].Shape.Length; i++)
                {
                    end[card.Name].Values[i] = 2 * random.NextNormal();
                    middle[card.Name].Values[i] = 0.5 * (start[card.Name].Values[i] + end[card.Name].Values[i]);
                }
            }

            double chord = 0.5 * (ValueOf(start) + ValueOf(end)), value = ValueOf(middle);
            Close.Claim(value <= chord + (1e-12 * (1 + Math.Abs(chord))), $"at {value:R} above the chord at {chord:R}");
        }
    }

    [Fact]
    public void A_missing_an_unknown_and_a_misshapen_input_are_refused_by_name()
    {
        LossInputs<double> inputs = Example(7);
        inputs["nonsense"] = new Tensor<double>(new Shape(1), new double[1]);
        Assert.Contains("nonsense", Assert.Throws<ArgumentException>(() => Subject.Evaluate(inputs)).Message, StringComparison.Ordinal);
        InputCard card = TLoss.Inputs.First(card => !card.IsOptional);
        LossInputs<double> rest = new();
        foreach (string name in Example(7).Names.Where(name => name != card.Name))
        {
            rest[name] = Example(7)[name];
        }

        Assert.Equal(card.Name, Assert.Throws<ArgumentException>(() => Subject.Evaluate(rest)).ParamName);
    }

    [Fact]
    public void Card_says_what_docs_and_tools_need()
    {
        LossCard card = TLoss.Card;
        Assert.NotEqual(LossFamily.Distance, LossCatalogue.Find(card.Key).Family);
        Assert.False(string.IsNullOrWhiteSpace(LossCatalogue.Find(card.Key).Formula), "It has no formula.");
        Assert.False(string.IsNullOrWhiteSpace(card.Names.Chinese), "It has no Chinese name.");
        Assert.True(card.Reference.Length > 20, "It has no reference.");
        Assert.EndsWith(".", card.Use, StringComparison.Ordinal);
        Assert.Equal(TLoss.Inputs.Count, TLoss.Inputs.Select(input => input.Name).Distinct().Count());
        Assert.Contains(TLoss.Inputs, input => input.IsDifferentiable);
        Assert.True(parameters.Length == 0 || parameters.Length == card.Parameters.Count, "Not all parameters are given.");
    }
}

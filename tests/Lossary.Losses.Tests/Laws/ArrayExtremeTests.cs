using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>What every loss of several arrays in the catalogue does at the edge: no sample, one, none that counts.</summary>
public sealed class ArrayExtremeTests
{
    private static readonly double[] s_extremes = [0, 1e-30, -1e-30, 1, -1, 20, -20, 88, -88, 710, -710];

    private static readonly double[] s_probabilities = [0, double.Epsilon, 1e-8, 0.5, 1 - 1e-8, 1];

    /// <summary>
    /// Thresholds that coincide or are out of order leave a class no probability; a power of e to the 20 of a time that is
    /// not 1 is beyond all numbers, as is a density of a variance of e to the −710.
    /// </summary>
    private static readonly string[] s_infinite =
    [
        "cumulative-link cut", "cumulative-probit cut", "cumulative-cloglog cut", "weibull-aft log-scale",
        "interval-extreme log-scale", "weibull-likelihood log-shape", "total-correlation log-variance",
    ];

    public static TheoryData<string> Keys { get; } =
        [.. LossCatalogue.All.Where(entry => entry.Create() is IArrayLoss).Select(entry => entry.Card.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_sample_is_a_loss_of_0_with_an_empty_gradient_or_one_of_0(string key)
    {
        IArrayLoss loss = Loss(key);
        LossInputs<double> inputs = loss.Example(new RandomStream(1), 0);
        if (!loss.Inputs.Any(HasRows))
        {
            Assert.False(double.IsNaN(loss.Evaluate(inputs).Mean));
            return;
        }

        Assert.Equal(new Totals(0, 0), loss.Evaluate(inputs));
        Assert.Equal(new Totals(0, 0), loss.Evaluate(InSinglePrecision(inputs)));
        Assert.All(Gradients(inputs), slope => Assert.Equal(0, slope));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void One_sample_is_a_number_with_a_gradient_of_numbers_or_refused(string key)
    {
        IArrayLoss loss = Loss(key);
        LossInputs<double> inputs = loss.Example(new RandomStream(1), 1);
        if (Record.Exception(() => loss.Evaluate(inputs)) is { } refusal)
        {
            ArgumentException named = Assert.IsType<ArgumentException>(refusal);
            Assert.Contains(loss.Inputs, card => card.Name == named.ParamName);
            return;
        }

        Assert.True(double.IsFinite(loss.Evaluate(inputs).Mean));
        Assert.True(double.IsFinite(loss.Evaluate(InSinglePrecision(inputs)).Mean));
        Assert.All(Gradients(inputs), slope => Assert.True(double.IsFinite(slope)));
    }

    /// <summary>
    /// 0, the least, what e takes to 1e38 and beyond: set for a whole input, or as its factor. The value is a number, or
    /// infinite where it says so by its definition; where it is finite, so is the gradient.
    /// </summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Extreme_numbers_in_what_is_learnt_give_no_NaN(string key)
    {
        IArrayLoss loss = Loss(key);
        foreach (InputCard card in loss.Inputs.Where(card => card is { IsDifferentiable: true, Kind: InputKind.Real }))
        {
            foreach (double extreme in s_extremes)
            {
                foreach (bool isFactor in new[] { false, true })
                {
                    LossInputs<double> inputs = loss.Example(new RandomStream(3), 4);
                    foreach (ref double value in inputs[card.Name].Values)
                    {
                        value = isFactor ? value * extreme : extreme;
                    }

                    string where = $"{card.Name} {(isFactor ? "times" : "all")} {extreme:R}";
                    double mean = loss.Evaluate(inputs).Mean;
                    bool mayBeInfinite = s_infinite.Contains($"{key} {card.Name}") || Math.Abs(extreme) > 88;
                    Assert.True(mayBeInfinite || double.IsFinite(mean), $"{where}: {mean}");
                    if (double.IsFinite(mean) && !s_infinite.Contains($"{key} {card.Name}"))
                    {
                        Assert.All(Gradients(inputs), slope => Assert.False(double.IsNaN(slope), $"{where}: {mean}"));
                    }
                }
            }
        }
    }

    /// <summary>Impossible, nearly, even odds, nearly certain, certain: a value is never NaN, and has a gradient.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void Certain_and_impossible_probabilities_give_no_NaN(string key)
    {
        IArrayLoss loss = Loss(key);
        foreach (InputCard card in loss.Inputs.Where(card => card is { IsDifferentiable: true, Kind: InputKind.Probability }))
        {
            foreach (double probability in s_probabilities)
            {
                LossInputs<double> inputs = loss.Example(new RandomStream(3), 4);
                inputs[card.Name].Values.Fill(probability);
                double mean = loss.Evaluate(inputs).Mean;
                Assert.False(double.IsNaN(mean), $"{card.Name} all {probability:R}");
                if (double.IsFinite(mean))
                {
                    Assert.All(Gradients(inputs), slope => Assert.False(double.IsNaN(slope), $"{card.Name} all {probability:R}"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_term_that_counts_is_a_loss_of_0_with_a_gradient_of_0(string key)
    {
        IArrayLoss loss = Loss(key);
        LossInputs<double> inputs = loss.Example(new RandomStream(1), 2);
        inputs.Mask = new bool[loss.Terms(new Tape<double>(), inputs).Values.Shape.Length];
        Assert.Equal(new Totals(0, 0), loss.Evaluate(inputs));
        Assert.All(Gradients(inputs), slope => Assert.Equal(0, slope));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_input_without_elements_or_of_another_length_is_refused_by_name_or_defined(string key)
    {
        IArrayLoss loss = Loss(key);
        foreach (InputCard card in loss.Inputs)
        {
            foreach (int change in new[] { -4, -1, 1 })
            {
                LossInputs<double> inputs = loss.Example(new RandomStream(1), 4);
                if (inputs.Find(card.Name) is not { Shape.Rank: > 0 } tensor)
                {
                    continue;
                }

                inputs[card.Name] = Resized(tensor, int.Max(0, tensor.Shape[0] + change));
                if (Record.Exception(() => loss.Evaluate(inputs)) is { } refusal)
                {
                    Assert.False(string.IsNullOrEmpty(Assert.IsType<ArgumentException>(refusal).ParamName));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_second_sample_without_rows_is_refused_by_name_or_has_a_value(string key)
    {
        IArrayLoss loss = Loss(key);
        foreach (string symbol in loss.Inputs.Select(FirstExtent).OfType<string>().Distinct())
        {
            LossInputs<double> inputs = loss.Example(new RandomStream(1), 4);
            foreach (InputCard card in loss.Inputs.Where(card => FirstExtent(card) == symbol))
            {
                inputs[card.Name] = Resized(inputs[card.Name], 0);
            }

            Totals totals = default;
            if (Record.Exception(() => totals = loss.Evaluate(inputs)) is { } refusal)
            {
                Assert.False(string.IsNullOrEmpty(Assert.IsType<ArgumentException>(refusal).ParamName));
                continue;
            }

            Assert.False(double.IsNaN(totals.Mean), $"{symbol} = 0");
            Assert.All(Gradients(inputs), slope => Assert.False(double.IsNaN(slope), $"{symbol} = 0"));
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void NaN_is_refused_with_its_place_in_what_is_not_learnt(string key)
    {
        IArrayLoss loss = Loss(key);
        foreach (InputCard card in loss.Inputs.Where(card => !card.IsDifferentiable))
        {
            LossInputs<double> inputs = loss.Example(new RandomStream(1), 4);
            Tensor<double> tensor = inputs[card.Name];
            double[] values = tensor.Values.ToArray();
            values[^1] = double.NaN;
            inputs[card.Name] = new(tensor.Shape, values);
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => loss.Evaluate(inputs));
            Assert.Equal(card.Name, refusal.ParamName);
            string place = string.Join(", ", Enumerable.Range(0, tensor.Shape.Rank).Select(axis => tensor.Shape[axis] - 1));
            Assert.StartsWith($"{card.Name}[{place}] must be in ", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("but is NaN", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static string? FirstExtent(InputCard card) =>
        card.Shape.Split(',')[0] is { Length: > 0 } first && first is not ("n" or "…") && !char.IsDigit(first[0]) ? first : null;

    private static IArrayLoss Loss(string key) => (IArrayLoss)LossCatalogue.Find(key).Create();

    private static bool HasRows(InputCard card) =>
        !card.IsOptional && (card.Shape is "n" or "…" || card.Shape.StartsWith("n,", StringComparison.Ordinal));

    private static IEnumerable<double> Gradients(LossInputs<double> inputs) =>
        inputs.Names.Where(name => inputs[name].RequiresGradient).SelectMany(name => inputs[name].Gradient.ToArray());

    private static Tensor<double> Resized(Tensor<double> tensor, int first)
    {
        Shape shape = tensor.Shape.WithFirst(first);
        double[] values = new double[shape.Length];
        tensor.Values[..int.Min(values.Length, tensor.Shape.Length)].CopyTo(values);
        return tensor.RequiresGradient ? new(shape, values, new double[values.Length]) : new(shape, values);
    }

    private static LossInputs<float> InSinglePrecision(LossInputs<double> inputs)
    {
        LossInputs<float> singles = new();
        foreach (string name in inputs.Names)
        {
            Tensor<double> tensor = inputs[name];
            singles[name] = new(tensor.Shape, tensor.Values.ToArray().Select(value => (float)value).ToArray());
        }

        return singles;
    }
}

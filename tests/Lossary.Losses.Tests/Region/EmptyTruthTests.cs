using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Images in which nothing is marked, or everything, or only one class: for every loss of regions.</summary>
public sealed class EmptyTruthTests
{
    private const int Classes = 2, Pixels = 6;

    private static readonly string[] s_overlaps = ["dice", "jaccard", "tversky", "focal-tversky", "log-cosh-dice"];
    private static readonly string[] s_smoothing = ["0", "1e-6", "1"];

    public static TheoryData<string> Keys =>
        [.. LossCatalogue.All.Where(entry => entry.Family == LossFamily.Region).Select(entry => entry.Card.Key)];

    /// <summary>Those that take probabilities as well, and measure an overlap alone: empty is right about empty.</summary>
    public static TheoryData<string> Overlaps =>
    [
        "generalised-dice:probabilities=1",
        .. s_overlaps.SelectMany(key => s_smoothing.Select(smooth => $"{key}:smooth={smooth},probabilities=1")),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_class_that_is_nowhere_leaves_value_and_gradient_finite(string key)
    {
        IArrayLoss loss = (IArrayLoss)LossCatalogue.Find(key).Create();
        foreach (double score in new[] { -1e3, -40, 0, 3 })
        {
            LossInputs<double> inputs = loss.Example(new RandomStream(3), 2);
            InputCard truth = loss.Inputs.First(card => !card.IsDifferentiable);
            if (truth.Kind != InputKind.ClassNumber)
            {
                inputs[truth.Name].Values.Clear();
            }

            InputCard prediction = loss.Inputs.First(card => card.IsDifferentiable);
            if (prediction.Kind == InputKind.Real)
            {
                inputs[prediction.Name].Values.Fill(score);
            }

            Assert.True(double.IsFinite(loss.Evaluate(inputs).Mean), $"{key} at {score}");
            Assert.All(inputs[prediction.Name].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope), $"{key} at {score}"));
        }
    }

    [Theory]
    [MemberData(nameof(Overlaps))]
    public void Nothing_found_where_nothing_is_costs_0_and_something_found_there_costs_more(string name)
    {
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>(name);
        Assert.Equal(0, Empty(loss, 0).Mean, 1e-12);
        Assert.InRange(Empty(loss, 0.5).Mean, 0.1, 1);
    }

    private static Totals Empty(IArrayLoss loss, double probability)
    {
        Shape shape = new(1, Classes, Pixels);
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(shape, [.. Enumerable.Repeat(probability, shape.Length)]),
            ["target"] = new Tensor<double>(shape, new double[shape.Length]),
        };
        Totals totals = loss.Evaluate(inputs);
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.True(double.IsFinite(slope)));
        return totals;
    }
}

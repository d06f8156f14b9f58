using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>An ignored pixel is a pixel that is not there, whatever stands in it: for every loss of regions.</summary>
public sealed class IgnoredPixelTests
{
    private const int Images = 2, Pixels = 6, Kept = 4;

    /// <summary>A term each pixel, which the mask of the evaluation takes out; and lines, which a hole would cut.</summary>
    private static readonly string[] s_others = ["boundary", "hausdorff", "cl-dice"];

    public static TheoryData<string> Names =>
    [
        .. LossCatalogue.All
            .Where(entry => entry.Family == LossFamily.Region && !s_others.Contains(entry.Card.Key))
            .Select(entry => entry.Card.Key),
        "dice:softmax=1", "dice:per-batch=1", "dice-cross-entropy:softmax=1", "lovasz-hinge:skip-absent=1", "unified-focal:weight=0",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_costs_what_the_image_without_it_costs(string name)
    {
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>(name);
        (LossInputs<double> whole, LossInputs<double> cut) = WholeAndCut(loss, double.NaN);
        Assert.Equal(loss.Evaluate(cut).Mean, loss.Evaluate(whole).Mean, 1e-13);
        string learnt = loss.Inputs[0].Name;
        double[] want = cut[learnt].Gradient.ToArray();
        Assert.Contains(want, slope => slope != 0);
        for (int i = 0; i < whole[learnt].Shape.Length; i++)
        {
            double expected = i % Pixels < Kept ? want[(i / Pixels * Kept) + (i % Pixels)] : 0;
            Assert.Equal(expected, whole[learnt].Gradient[i], 1e-13);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_ignored_is_0_or_right_with_a_gradient_of_0(string name)
    {
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>(name);
        (LossInputs<double> whole, _) = WholeAndCut(loss, double.NaN);
        whole["counts"].Values.Clear();

        // Of no pixels there is no correlation: 1 − 0.
        Assert.Equal(name == "mcc" ? 1 : 0, loss.Evaluate(whole).Mean, 1e-6);
        Assert.All(whole[loss.Inputs[0].Name].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }

    /// <summary>Two images of which the last two pixels are ignored, and the same without these.</summary>
    private static (LossInputs<double> Whole, LossInputs<double> Cut) WholeAndCut(IArrayLoss loss, double ignored)
    {
        LossInputs<double> example = loss.Example(new RandomStream(11), Images), whole = new(), cut = new();
        RandomStream random = new(12);
        Shape learnt = example[loss.Inputs[0].Name].Shape;
        int classes = loss.Inputs[0].Shape.Contains('k', StringComparison.Ordinal) ? learnt[1] : 1;
        foreach (InputCard card in loss.Inputs)
        {
            bool isOfPixels = card.Shape.EndsWith('…');
            int rows = Images * (card.Shape.Contains('k', StringComparison.Ordinal) ? classes : 1);
            if (!isOfPixels)
            {
                whole[card.Name] = cut[card.Name] = example[card.Name];
                continue;
            }

            double[] values = [.. Enumerable.Range(0, rows * Pixels).Select(i => card.Kind switch
            {
                InputKind.Real => random.NextNormal(),
                InputKind.ClassNumber => random.NextInt(classes),
                _ => random.NextInt(2),
            })];
            if (card.Name == "counts")
            {
                whole["counts"] = new(
                    new Shape(Images, Pixels), values.Select((_, i) => i % Pixels < Kept ? 1.0 : 0).ToArray());
                continue;
            }

            int[] heads = card.Shape.Contains('k', StringComparison.Ordinal) ? [Images, rows / Images] : [Images];
            double[] kept = [.. values.Where((_, i) => i % Pixels < Kept)];
            double[] spoilt = [.. values.Select((v, i) => card.IsDifferentiable && i % Pixels >= Kept ? ignored : v)];
            whole[card.Name] = Made(card, [.. heads, Pixels], spoilt);
            cut[card.Name] = Made(card, [.. heads, Kept], kept);
        }

        return (whole, cut);
    }

    private static Tensor<double> Made(InputCard card, int[] extents, double[] values) =>
        card.IsDifferentiable ? Tensor<double>.Variable(new Shape(extents), values) : new(new Shape(extents), values);
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SubcenterArcFaceLossTests() : ArrayLaws<SubcenterArcFaceLoss>(8, 0.3, 1)
{
    [Fact]
    public void With_one_center_each_it_is_ArcFace()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Waves(5, 3, 1),
            ["class-vectors"] = Embeddings.Waves(4, 3, 2),
            ["target"] = Embeddings.Vector(0, 3, 2, 1, 1),
        };
        double expected = new ArcFaceLoss(12, 0.4, 1).Evaluate(inputs).Mean;
        LossInputs<double> centered = With(inputs, new Shape(4, 1, 3), inputs["class-vectors"].Values);
        Assert.Equal(expected, new SubcenterArcFaceLoss(12, 0.4, 1).Evaluate(centered).Mean, 13);
        Embeddings.CheckClose(
            [.. inputs["class-vectors"].Gradient], [.. centered["centers"].Gradient], 1e-13, "centers");
    }

    [Fact]
    public void Only_the_nearest_center_of_each_class_counts_and_learns()
    {
        // z = (1, 0). Class 0: cosines 0 and 0.8; class 1: 0.6 and -1. The true angle is acos 0.8; s = 2, m = 0.5.
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, 1, 0),
            ["target"] = Embeddings.Vector(0),
        };
        LossInputs<double> centered = With(inputs, new Shape(2, 2, 2), [0, 1, 4, 3, 0.6, -0.8, -2, 0]);
        double own = 2 * Math.Cos(Math.Acos(0.8) + 0.5), other = 2 * 0.6;
        double value = new SubcenterArcFaceLoss(2, 0.5, 1).Evaluate(centered).Mean;
        Assert.Equal(Math.Log(1 + Math.Exp(other - own)), value, 14);
        double[] slopes = centered["centers"].Gradient.ToArray();
        Assert.Equal([0, 0, 0, 0], (double[])[.. slopes[..2], .. slopes[6..]]);
        Assert.All(slopes[2..6], slope => Assert.NotEqual(0, slope));
    }

    [Fact]
    public void A_number_that_is_none_is_not_swallowed_by_the_choice()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, double.NaN, 1),
            ["centers"] = Tensor<double>.Variable(new Shape(2, 2, 2), [0, 1, 4, 3, 0.6, -0.8, -2, 0]),
            ["target"] = Embeddings.Vector(0),
        };
        LossTerms<double> terms = new SubcenterArcFaceLoss(2, 0.5, 1).Terms(new Tape<double>(), inputs);
        Assert.True(double.IsNaN(terms.Values.Values[0]), "A cosine without a value was left out.");
    }

    private static LossInputs<double> With(LossInputs<double> inputs, Shape shape, ReadOnlySpan<double> centers) => new()
    {
        ["embeddings"] = inputs["embeddings"],
        ["centers"] = Tensor<double>.Variable(shape, centers),
        ["target"] = inputs["target"],
    };
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class CircleLossTests() : ArrayLaws<CircleLoss>(4, 0.25)
{
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Value_and_gradient_by_each_similarity_are_those_of_the_loss_on_similarities()
    {
        // Unit vectors at angles: similarities to the first are the cosines.
        double[] angles = [0, 0.5, 1.1, 2.0, 2.6];
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, [.. angles.SelectMany(a => new[] { Math.Cos(a), Math.Sin(a) })]),
            ["labels"] = Embeddings.Vector(1, 1, 1, 2, 2),
            Mask = new[] { true, false, false, false, false },
        };
        LossInputs<double> similarities = new()
        {
            ["positive"] = Tensor<double>.Variable(new Shape(2), [Math.Cos(0.5), Math.Cos(1.1)]),
            ["negative"] = Tensor<double>.Variable(new Shape(2), [Math.Cos(2.0), Math.Cos(2.6)]),
        };
        double expected = new CirclePairsLoss(8, 0.25).Evaluate(similarities).Mean;
        Assert.Equal(expected, new CircleLoss(8, 0.25).Evaluate(inputs).Mean, 12);

        // Along the circle the cosine to the first falls by the sine.
        double slope = -similarities["positive"].Gradient[1] * Math.Sin(1.1);
        double found = (inputs["embeddings"].Gradient[4] * -Math.Sin(1.1)) + (inputs["embeddings"].Gradient[5] * Math.Cos(1.1));
        Assert.Equal(slope, found, 12);
    }

    [Fact]
    public void An_anchor_without_positives_or_without_negatives_does_not_count()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Waves(4, 3, 1), ["labels"] = Embeddings.Vector(3, 3, 3, 3) };
        Assert.Equal(new Totals(0, 0), new CircleLoss(80, 0.4).Evaluate(inputs));
        inputs["labels"] = Embeddings.Vector(3, 3, 2, 1);
        Assert.Equal(2, new CircleLoss(80, 0.4).Evaluate(inputs).Denominator);
    }
}

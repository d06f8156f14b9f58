namespace Lossary.Losses.Tests;

public sealed class SupervisedContrastiveLossTests() : ArrayLaws<SupervisedContrastiveLoss>(0.5)
{
    [Fact]
    public void With_one_positive_each_it_is_NT_Xent()
    {
        LossInputs<double> inputs = new() { ["embeddings"] = Embeddings.Waves(6, 4, 1) };
        double expected = new NormalisedTemperatureLoss(0.3).Evaluate(inputs).Mean;
        double[] gradient = inputs["embeddings"].Gradient.ToArray();
        inputs["labels"] = Embeddings.Vector(0, 1, 2, 0, 1, 2);
        Assert.Equal(expected, new SupervisedContrastiveLoss(0.3).Evaluate(inputs).Mean, 13);
        Embeddings.CheckClose(gradient, inputs["embeddings"].Gradient.ToArray(), 1e-12, "gradient");
    }

    [Fact]
    public void One_that_is_alone_in_its_class_does_not_count_and_a_batch_of_such_costs_0()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Waves(4, 3, 1),
            ["labels"] = Embeddings.Vector(1, 5, 5, 2),
        };
        Assert.Equal(2, new SupervisedContrastiveLoss(0.3).Evaluate(inputs).Denominator);
        inputs["labels"] = Embeddings.Vector(1, 5, 6, 2);
        Assert.Equal(new Totals(0, 0), new SupervisedContrastiveLoss(0.3).Evaluate(inputs));
        Assert.All(inputs["embeddings"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}

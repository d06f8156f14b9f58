namespace Lossary.Losses.Tests;

public sealed class CosineTripletLossTests() : ArrayLaws<CosineTripletLoss>(0.9, 1)
{
    [Fact]
    public void The_cosines_06_and_08_leave_a_margin_of_05_short_by_07()
    {
        LossInputs<double> inputs = new()
        {
            ["anchor"] = Embeddings.Rows(2, 5, 0),
            ["positive"] = Embeddings.Rows(2, 3, 4),
            ["negative"] = Embeddings.Rows(2, 4, -3),
        };
        Assert.Equal(0.7, new CosineTripletLoss(0.5, 0).Evaluate(inputs).Mean, 14);
        Assert.Equal(0.7, new CosineTripletLoss(0.5, 1).Evaluate(inputs).Mean, 14);
    }
}

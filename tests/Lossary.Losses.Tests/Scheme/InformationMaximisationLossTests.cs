namespace Lossary.Losses.Tests;

public sealed class InformationMaximisationLossTests() : ArrayLaws<InformationMaximisationLoss>
{
    [Fact]
    public void Sure_answers_to_all_classes_cost_minus_the_logarithm_of_their_number()
    {
        LossInputs<double> inputs = new() { ["logits"] = TestInputs.Variable([2, 2], 0, 900, 900, 0) };
        Assert.Equal(-Math.Log(2), ValueOf(inputs), 14);
    }

    [Fact]
    public void One_class_for_all_gains_nothing()
    {
        LossInputs<double> inputs = new() { ["logits"] = TestInputs.Variable([2, 2], 0, 900, 0, 900) };
        Assert.Equal(0, ValueOf(inputs), 14);
    }
}

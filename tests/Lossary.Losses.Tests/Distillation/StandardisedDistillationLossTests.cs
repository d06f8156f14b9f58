namespace Lossary.Losses.Tests;

public sealed class StandardisedDistillationLossTests() : ArrayLaws<StandardisedDistillationLoss>
{
    [Fact]
    public void Level_and_scale_of_the_students_logits_are_free()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 3], 11, 12, 14),
            ["teacher"] = TestInputs.Constant([1, 3], 2, 4, 8),
        };
        Assert.Equal(0, ValueOf(inputs), 14);
    }

    [Fact]
    public void It_is_distillation_of_the_standardised_logits()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = TestInputs.Variable([1, 2], 1, 5),
            ["teacher"] = TestInputs.Constant([1, 2], 7, -1),
        };
        LossInputs<double> plain = new()
        {
            ["student"] = TestInputs.Variable([1, 2], -1, 1),
            ["teacher"] = TestInputs.Constant([1, 2], 1, -1),
            ["target"] = TestInputs.Constant([1], 0),
        };
        Assert.Equal(new DistillationLoss(2, 1).Evaluate(plain).Mean, ValueOf(inputs), 13);
    }
}

namespace Lossary.Losses.Tests;

public sealed class SlicedWassersteinLossTests() : ArrayLaws<SlicedWassersteinLoss>
{
    [Fact]
    public void Along_one_axis_it_is_the_distance_of_sorted_numbers()
    {
        LossInputs<double> inputs = new()
        {
            ["source"] = TestInputs.Variable([2, 2], 5, 9, 1, 9),
            ["other"] = TestInputs.Variable([2, 2], 2, -9, 4, -9),
            ["directions"] = TestInputs.Constant([1, 2], 1, 0),
        };
        Assert.Equal(1, ValueOf(inputs), 14);
        Assert.Equal([1, 0, -1, 0], inputs["source"].Gradient.ToArray());
    }
}

using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class FlowMatchingLossTests() : ArrayLaws<FlowMatchingLoss>
{
    [Fact]
    public void The_velocity_leads_from_start_to_end()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2), 1, 1),
            ["start"] = Numbers(new Shape(1, 2), 1, 0),
            ["end"] = Numbers(new Shape(1, 2), 4, 2),
        };
        Assert.Equal(0.5 * (4 + 1), ValueOf(inputs), 13);
    }
}

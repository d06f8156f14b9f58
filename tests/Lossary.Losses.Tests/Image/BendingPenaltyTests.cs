using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class BendingPenaltyTests() : ArrayLaws<BendingPenalty>
{
    [Fact]
    public void A_parabola_bends_and_a_plane_does_not()
    {
        // u = h² on three rows and columns: ∂ₕₕ = 2 throughout, no other bend.
        double[] parabola = [0, 0, 0, 1, 1, 1, 4, 4, 4], plane = [0, 2, 4, 1, 3, 5, 2, 4, 6];
        Assert.Equal(4, ValueOf(new() { ["displacement"] = Numbers(new Shape(1, 3, 3, 1), parabola) }), 14);
        Assert.Equal(0, ValueOf(new() { ["displacement"] = Numbers(new Shape(1, 3, 3, 1), plane) }), 14);
    }

    [Fact]
    public void A_saddle_bends_across()
    {
        double[] saddle = [0, 0, 0, 0, 1, 2, 0, 2, 4];
        Assert.Equal(2, ValueOf(new() { ["displacement"] = Numbers(new Shape(1, 3, 3, 1), saddle) }), 14);
    }
}

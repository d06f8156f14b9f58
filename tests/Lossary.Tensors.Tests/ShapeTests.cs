namespace Lossary.Tensors.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void A_shape_knows_its_extents_and_its_length()
    {
        Shape shape = new(2, 3, 4, 5);
        Assert.Equal(4, shape.Rank);
        Assert.Equal(120, shape.Length);
        Assert.Equal([2, 3, 4, 5], Enumerable.Range(0, 4).Select(axis => shape[axis]));
        Assert.Equal("[2, 3, 4, 5]", shape.ToString());
    }

    [Fact]
    public void A_row_and_a_vector_are_different_shapes()
    {
        Assert.NotEqual(new Shape(3), new Shape(1, 3));
        Assert.Equal(new Shape(1, 3), new Shape(1, 3));
    }

    [Fact]
    public void A_negative_extent_and_a_missing_axis_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(2, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shape(2, 3)[2]);
    }

    [Fact]
    public void The_default_shape_holds_nothing()
    {
        Assert.Equal(0, default(Shape).Length);
        Assert.Equal("[]", default(Shape).ToString());
    }
}

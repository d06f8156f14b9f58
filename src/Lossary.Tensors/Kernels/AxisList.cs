using System.Runtime.CompilerServices;

namespace Lossary.Tensors;

/// <summary>A number for each axis of a shape.</summary>
[InlineArray(Shape.MaxRank)]
internal struct AxisList
{
    private int _first;
}

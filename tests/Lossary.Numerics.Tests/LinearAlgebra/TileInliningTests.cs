using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Tests.Shared;

namespace Lossary.Numerics.Tests;

public sealed class TileInliningTests
{
    [Fact]
    public void No_call_remains_in_a_tile_of_any_size()
    {
        RunTiles<float>();
        RunTiles<double>();
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => call.Contains("ProductTile", StringComparison.Ordinal));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    private static void RunTiles<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int rows = 1; rows <= 8; rows++)
        {
            foreach (int columns in (int[])[8, 16, 24, 32, 48])
            {
                Matrix<T> left = new(new T[rows * 2], rows, 2), right = new(new T[2 * columns], 2, columns);
                T[] workspace = new T[MatrixProduct.WorkspaceLength(in left, in right)];
                MatrixProduct.Multiply(in left, in right, new ProductOutput<T>(new T[rows * columns]), workspace);
            }
        }
    }
}

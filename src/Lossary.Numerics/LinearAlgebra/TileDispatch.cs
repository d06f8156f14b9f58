using System.Numerics;

namespace Lossary.Numerics;

/// <summary>From a tile's size as a number to the loop that was compiled for it.</summary>
internal static unsafe class TileDispatch<TLane, T>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>16 registers hold 6 × 2 sums and what feeds them; 32 hold 8 × 3.</summary>
    public static TileLimits Limits => typeof(TLane) == typeof(Wide512<T>)
        ? new(TLane.Width, Rows: 8, Lanes: 3)
        : new(TLane.Width, Rows: 6, Lanes: 2);

    public static void Run(TileRectangle<T>* tiles, int rows, int lanes)
    {
        switch (lanes)
        {
            case 1:
                Run<CountOne>(tiles, rows);
                break;
            case 2:
                Run<CountTwo>(tiles, rows);
                break;
            default:
                Run<CountThree>(tiles, rows);
                break;
        }
    }

    private static void Run<TLanes>(TileRectangle<T>* tiles, int rows) where TLanes : struct, ICount
    {
        switch (rows)
        {
            case 1:
                ProductTile<TLane, T, CountOne, TLanes>.Run(tiles);
                break;
            case 2:
                ProductTile<TLane, T, CountTwo, TLanes>.Run(tiles);
                break;
            case 3:
                ProductTile<TLane, T, CountThree, TLanes>.Run(tiles);
                break;
            case 4:
                ProductTile<TLane, T, CountFour, TLanes>.Run(tiles);
                break;
            case 5:
                ProductTile<TLane, T, CountFive, TLanes>.Run(tiles);
                break;
            case 6:
                ProductTile<TLane, T, CountSix, TLanes>.Run(tiles);
                break;
            case 7:
                ProductTile<TLane, T, CountSeven, TLanes>.Run(tiles);
                break;
            default:
                ProductTile<TLane, T, CountEight, TLanes>.Run(tiles);
                break;
        }
    }
}

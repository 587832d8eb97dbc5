@echo off
rem SPDX-FileCopyrightText: 2026 The Obnova authors
rem SPDX-License-Identifier: Apache-2.0
rem
rem Makes obnova-VERSION.msi on Windows. Not tried there yet.
rem usage: build.cmd IMAGE VERSION [EXTENSION]
rem   IMAGE      native-host\target\obnova-host, built on Windows by: mvn -pl native-host package
rem   EXTENSION  the folder with the packed extension, extension\target
rem Needs WiX 3.14 (heat, candle, light) in PATH.
setlocal
if "%~2"=="" (
  echo usage: build.cmd IMAGE VERSION [EXTENSION] 1>&2
  exit /b 64
)
set "here=%~dp0"
set "work=%TEMP%\obnova-msi-%RANDOM%"
mkdir "%work%\image" || exit /b 1
xcopy /e /i /q /k "%~1" "%work%\image" >nul || exit /b 1
copy /y "%here%obnova-host.cmd" "%work%\image\bin\" >nul || exit /b 1
xcopy /e /i /q "%here%manifests\*.json" "%work%\image\manifests" >nul || exit /b 1
if not "%~3"=="" (
  mkdir "%work%\image\extension"
  copy /y "%~3\obnova-%~2.*" "%work%\image\extension\" >nul || exit /b 1
)
heat dir "%work%\image" -nologo -cg Files -dr INSTALLDIR -srd -sreg -gg -var var.Image -out "%work%\files.wxs" || exit /b 1
candle -nologo -arch x64 "-dVersion=%~2" "-dImage=%work%\image" -out "%work%\\" "%here%obnova.wxs" "%here%manifests\manifests.wxs" "%work%\files.wxs" || exit /b 1
light -nologo -out "obnova-%~2.msi" "%work%\obnova.wixobj" "%work%\manifests.wixobj" "%work%\files.wixobj" || exit /b 1
rmdir /s /q "%work%"
echo obnova-%~2.msi
